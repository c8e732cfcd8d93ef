import { stat } from 'node:fs/promises';
import type { CoreV1Api, KubeConfig, V1Pod, V1ResourceQuota, VersionApi } from '@kubernetes/client-node';
import { AppError } from '@shopwright/contract/errors';
import type { StoreId } from '@shopwright/contract/ids';
import { adminSecretName, resourceQuotaName } from '@shopwright/contract/store-objects';

/** What of a store runs, and what it may use; both empty where its namespace does not exist. */
export interface Workload {
  pods: readonly V1Pod[];
  quota: V1ResourceQuota | undefined;
}

export interface ClusterClient {
  /** Loads the client's modules; reads and connects nothing. */
  load(): Promise<void>;
  /** Resolves where the API server answers. Throws CLUSTER_UNAVAILABLE. */
  ping(signal: AbortSignal): Promise<void>;
  /** The password in the store's admin Secret. Throws CREDENTIALS_UNAVAILABLE, CLUSTER_UNAVAILABLE, CLUSTER_REFUSED. */
  readAdminPassword(storeId: StoreId): Promise<string>;
  /** Throws CLUSTER_UNAVAILABLE, CLUSTER_REFUSED. */
  readWorkload(storeId: StoreId): Promise<Workload>;
}

interface Apis {
  core: CoreV1Api;
  version: VersionApi;
}

const timeoutMs = 5000;
/** A store's quota allows 8; finished ones of its jobs may lie beside them. */
const mostPods = 50;

/**
 * The little that the API itself asks of Kubernetes. Neither the file nor the cluster need to exist when the process starts: the
 * kubeconfig is read at the first use and again when it has changed.
 */
export function createClusterClient(kubeconfigFile: string | undefined): ClusterClient {
  let loaded: { version: number; apis: Promise<Apis> } | undefined;
  const apis = async (): Promise<Apis> => {
    const version = kubeconfigFile === undefined ? 0 : (await stat(kubeconfigFile)).mtimeMs;
    if (loaded?.version !== version) loaded = { version, apis: loadApis(kubeconfigFile) };
    return loaded.apis;
  };
  const call = async <Result>(signal: AbortSignal, ask: (apis: Apis) => Promise<Result>): Promise<Result> => {
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    const onAbort = (): void => reject(unavailable(signal.reason));
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      return await Promise.race([apis().then(ask), aborted]);
    } catch (error) {
      throw clusterError(error);
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  };
  return {
    load: async () => {
      await import('@kubernetes/client-node');
    },
    ping: async (signal) => {
      await call(signal, ({ version }) => version.getCode());
    },
    readAdminPassword: async (storeId) => {
      const secret = await call(AbortSignal.timeout(timeoutMs), ({ core }) =>
        core.readNamespacedSecret({ name: adminSecretName, namespace: storeId }),
      );
      const encoded = secret.data?.['password'];
      if (encoded === undefined) throw new AppError('CREDENTIALS_UNAVAILABLE');
      return Buffer.from(encoded, 'base64').toString('utf8');
    },
    readWorkload: (storeId) =>
      call(AbortSignal.timeout(timeoutMs), async ({ core }) => {
        const namespace = { namespace: storeId };
        const [pods, quotas] = await Promise.all([
          core.listNamespacedPod({ ...namespace, limit: mostPods }),
          core.listNamespacedResourceQuota(namespace),
        ]);
        const quota = quotas.items.find(({ metadata }) => metadata?.name === resourceQuotaName);
        return { pods: pods.items, quota };
      }),
  };
}

/** Imported at the first use: the client is large, and the process must answer before it is needed. */
async function loadApis(kubeconfigFile: string | undefined): Promise<Apis> {
  const kubernetes = await import('@kubernetes/client-node');
  const config: KubeConfig = new kubernetes.KubeConfig();
  if (kubeconfigFile === undefined) config.loadFromCluster();
  else config.loadFromFile(kubeconfigFile);
  return { core: config.makeApiClient(kubernetes.CoreV1Api), version: config.makeApiClient(kubernetes.VersionApi) };
}

function clusterError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const status = error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;
  if (status === undefined || status >= 500 || status === 429) return unavailable(error);
  if (status === 404) return new AppError('CREDENTIALS_UNAVAILABLE', { cause: error });
  return new AppError('CLUSTER_REFUSED', {
    cause: error,
    params: { object: 'what was asked about the store', reason: `status ${status}` },
  });
}

function unavailable(cause: unknown): AppError {
  return new AppError('CLUSTER_UNAVAILABLE', { cause, params: { reason: 'it is not reachable' } });
}
