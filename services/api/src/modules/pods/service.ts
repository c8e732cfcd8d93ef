import type { StoreId } from '@shopwright/contract/ids';
import type { StorePodsView } from '@shopwright/contract/schemas/pods';
import type { ClusterClient } from '../../clients/cluster.ts';
import { rememberedByKey } from '../../http/remembered-by-key.ts';
import { podView } from './pod-view.ts';
import { usageView } from './usage-view.ts';

/** Many tabs may look at one store; the cluster is asked at most this often. */
const maxAgeMs = 2000;

/** What runs of a store in the cluster, and what it reserves. Throws CLUSTER_UNAVAILABLE, CLUSTER_REFUSED. */
export type PodReader = (storeId: StoreId) => Promise<StorePodsView>;

export function createPodReader(cluster: Pick<ClusterClient, 'readWorkload'>): PodReader {
  return rememberedByKey(async (storeId: StoreId) => {
    const { pods, quota } = await cluster.readWorkload(storeId);
    return {
      pods: pods.map(podView).toSorted(byComponent),
      usage: usageView(quota),
      readAt: new Date().toISOString(),
    };
  }, maxAgeMs);
}

function byComponent(left: StorePodsView['pods'][number], right: StorePodsView['pods'][number]): number {
  return `${left.component} ${left.name}` < `${right.component} ${right.name}` ? -1 : 1;
}
