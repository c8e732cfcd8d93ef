import {
  createEngineRegistry,
  createHelmCommand,
  createKubeApi,
  createPodExec,
  loadEngines,
  readEngineImages,
} from '@shopwright/activities';
import { KubeConfig } from '@kubernetes/client-node';
import { readStackEnvironment } from '@shopwright/local';

/** The running local stack as the platform's own code sees it, without its database and workflows. */
export async function connectStack() {
  const stack = await readStackEnvironment();
  const variable = (name: string): string => {
    const value = stack.environment[name];
    if (value === undefined) throw new Error(`the local stack tells no ${name}`);
    return value;
  };
  const kubeconfig = variable('KUBECONFIG');
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  // Lets a run try other images than the stack's.
  const imagesFile = process.env['ENGINE_IMAGES_FILE'] ?? variable('ENGINE_IMAGES_FILE');
  const engines = createEngineRegistry(await loadEngines(), await readEngineImages(imagesFile));
  return {
    engines,
    kube: createKubeApi(config),
    podExec: createPodExec(config),
    helm: createHelmCommand({ helmPath: stack.helm, kubeconfig }),
    helmPath: stack.helm,
    ingressAddress: variable('STORES_INGRESS_ADDRESS'),
    ingressClass: variable('INGRESS_CLASS'),
    publicPort: variable('STORES_PUBLIC_PORT'),
  };
}

export type Stack = Awaited<ReturnType<typeof connectStack>>;
