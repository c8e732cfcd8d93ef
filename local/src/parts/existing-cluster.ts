import { KubeConfig, VersionApi } from '@kubernetes/client-node';
import { execa } from 'execa';
import { mkdir, writeFile } from 'node:fs/promises';
import { StackError } from '../core/stack-error.ts';
import { statePath } from '../core/paths.ts';
import { adminKubeconfig } from '../node/cluster.ts';
import type { Part } from '../supervisor/part.ts';

/**
 * The person's kubeconfig with exactly the named context as the current one.
 * @throws StackError naming the known contexts when there is none of that name
 */
export function selectContext(config: KubeConfig, name: string): KubeConfig {
  if (!config.getContextObject(name)) {
    const known = config.getContexts().map((context) => context.name);
    throw new StackError(`The kubeconfig has no context called ${JSON.stringify(name)}.`, {
      fix: known.length > 0 ? `one of: ${known.join(', ')}` : 'the kubeconfig is empty: set KUBECONFIG',
    });
  }
  config.setCurrentContext(name);
  return config;
}

async function requireHelm(): Promise<void> {
  const helm = await execa(process.env['HELM_PATH'] ?? 'helm', ['version', '--short'], {
    reject: false,
    stdin: 'ignore',
  });
  if (helm.failed)
    throw new StackError('Helm is not installed.', { fix: 'install Helm 3.14 or newer, or set HELM_PATH' });
}

/** A cluster that the person already has, by the explicit name of its context. */
export function existingClusterPart(contextName: string): Part {
  const config = new KubeConfig();
  return {
    name: 'kubernetes',
    needs: [],
    async check() {
      config.loadFromDefault();
      selectContext(config, contextName);
      await requireHelm();
    },
    async start() {
      const version = await config
        .makeApiClient(VersionApi)
        .getCode()
        .catch((cause: unknown) => {
          throw new StackError(`The cluster of context ${contextName} does not answer.`, { cause });
        });
      await mkdir(statePath(), { recursive: true, mode: 0o700 });
      await writeFile(adminKubeconfig, config.exportConfig(), { mode: 0o600 });
      return { detail: `context ${contextName}, Kubernetes ${version.gitVersion}` };
    },
  };
}
