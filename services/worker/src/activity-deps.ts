import { hostname } from 'node:os';
import {
  createEngineRegistry,
  createHelmCommand,
  createKubeApi,
  createPodExec,
  defaultPatience,
  readEngineImages,
  type ActivityDeps,
  type StoreEngine,
  type PlatformConfig,
} from '@shopwright/activities';
import type { Database } from '@shopwright/database';
import type { Logger } from '@shopwright/runtime';
import { KubeConfig } from '@kubernetes/client-node';
import type { Client } from '@temporalio/client';
import type { WorkerConfig } from './config.ts';

export interface Clients {
  db: Database;
  temporal: Client;
  logger: Logger;
}

/** Joins configuration and clients to what the activities need. Connects to nothing. */
export function createActivityDeps(
  config: WorkerConfig,
  clients: Clients,
  engines: readonly StoreEngine[],
): ActivityDeps {
  const kubeConfig = loadKubeConfig(config.KUBECONFIG);
  return {
    ...clients,
    kube: createKubeApi(kubeConfig),
    podExec: createPodExec(kubeConfig),
    helm: createHelmCommand({ helmPath: config.HELM_PATH, kubeconfig: config.KUBECONFIG }),
    // Read for every use: on a developer's machine images are built while the platform already runs.
    engines: async () => createEngineRegistry(engines, await readEngineImages(config.ENGINE_IMAGES_FILE)),
    sealingKey: config.SEALING_KEY,
    worker: `${hostname()}/${process.pid}`,
    platform: platformConfig(config),
    patience: defaultPatience,
  };
}

function loadKubeConfig(path: string | undefined): KubeConfig {
  const config = new KubeConfig();
  if (path === undefined) config.loadFromCluster();
  else config.loadFromFile(path);
  return config;
}

function platformConfig(config: WorkerConfig): PlatformConfig {
  const publicPort = config.STORES_PUBLIC_PORT ?? (config.STORES_SCHEME === 'https' ? 443 : 80);
  return {
    STORES_DOMAIN: config.STORES_DOMAIN,
    STORES_PUBLIC_PORT: config.STORES_PUBLIC_PORT,
    STORES_SCHEME: config.STORES_SCHEME,
    ingressClass: config.INGRESS_CLASS,
    ingressNamespace: config.INGRESS_NAMESPACE,
    storageClass: config.STORAGE_CLASS,
    tlsSecretName: config.STORES_TLS_SECRET,
    imagePullPolicy: config.IMAGE_PULL_POLICY,
    ingressAddress: config.STORES_INGRESS_ADDRESS ?? `${config.STORES_DOMAIN}:${publicPort}`,
    provisionConcurrency: config.PROVISION_CONCURRENCY,
  };
}
