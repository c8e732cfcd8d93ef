import type { CoreV1Event, V1Deployment, V1PersistentVolumeClaim, V1Pod, V1StatefulSet } from '@kubernetes/client-node';
import type { KubeApi } from '../kube-api.ts';
import { kubePaths } from '../paths.ts';

/** Everything of a namespace that tells whether and why not its store runs. */
export interface Workloads {
  deployments: readonly V1Deployment[];
  statefulSets: readonly V1StatefulSet[];
  pods: readonly V1Pod[];
  claims: readonly V1PersistentVolumeClaim[];
  /** Events of type Warning. */
  warnings: readonly CoreV1Event[];
}

/** Reads the present state of a namespace. */
export async function readWorkloads(kube: KubeApi, namespace: string, signal: AbortSignal): Promise<Workloads> {
  const [deployments, statefulSets, pods, claims, warnings] = await Promise.all([
    kube.list<V1Deployment>(kubePaths.deployments(namespace), { signal }),
    kube.list<V1StatefulSet>(kubePaths.statefulSets(namespace), { signal }),
    kube.list<V1Pod>(kubePaths.pods(namespace), { signal }),
    kube.list<V1PersistentVolumeClaim>(kubePaths.claims(namespace), { signal }),
    kube.list<CoreV1Event>(kubePaths.events(namespace), { query: { fieldSelector: 'type=Warning' }, signal }),
  ]);
  return { deployments, statefulSets, pods, claims, warnings };
}

/** Lists whose changes are worth a new look. */
export function workloadPaths(namespace: string): readonly string[] {
  return [
    kubePaths.pods(namespace),
    kubePaths.deployments(namespace),
    kubePaths.statefulSets(namespace),
    kubePaths.claims(namespace),
  ];
}
