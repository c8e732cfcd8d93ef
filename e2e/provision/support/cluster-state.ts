import type { V1Namespace, V1PersistentVolume } from '@kubernetes/client-node';
import type { TestPlatform } from './platform.ts';

export interface ClusterState {
  namespace: V1Namespace | undefined;
  volumes: readonly string[];
  releases: readonly string[];
}

/** What the cluster holds of a store. */
export async function clusterState(platform: TestPlatform, storeId: string): Promise<ClusterState> {
  const { kube } = platform;
  const namespace = await kube.find<V1Namespace>(`/api/v1/namespaces/${storeId}`);
  const volumes = await kube.list<V1PersistentVolume>('/api/v1/persistentvolumes');
  const secrets = await kube.list<{ metadata: { name: string } }>(`/api/v1/namespaces/${storeId}/secrets`, {
    query: { labelSelector: 'owner=helm' },
  });
  return {
    namespace,
    volumes: volumes
      .filter((volume) => volume.spec?.claimRef?.namespace === storeId)
      .map((volume) => volume.metadata?.name ?? ''),
    releases: secrets.map((secret) => secret.metadata.name),
  };
}

export const nothingLeft: ClusterState = { namespace: undefined, volumes: [], releases: [] };
