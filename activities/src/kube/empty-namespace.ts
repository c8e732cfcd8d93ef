import type { V1PersistentVolumeClaim, V1Pod } from '@kubernetes/client-node';
import type { KubeApi } from './kube-api.ts';
import { kubePaths } from './paths.ts';
import { watchUntil } from './watch.ts';

/** Owners before what they own, or they would make it again. */
const collections = [
  kubePaths.deployments,
  kubePaths.replicaSets,
  kubePaths.statefulSets,
  kubePaths.jobs,
  kubePaths.pods,
  kubePaths.claims,
];

const patienceMs = 30_000;

/**
 * Ends everything that runs in a namespace and lets its volume claims go. The namespace controller would do the same, but it
 * looks again only after 8 s where it met a finalizer, and every claim has one. After half a minute it is left to it.
 */
export async function emptyNamespace(kube: KubeApi, namespace: string, signal: AbortSignal): Promise<void> {
  for (const collection of collections) {
    const query = { propagationPolicy: 'Background', gracePeriodSeconds: 1 };
    await kube.write(collection(namespace), { method: 'DELETE', query, signal });
  }
  const deadline = Date.now() + patienceMs;
  const watched = { kube, paths: [kubePaths.pods(namespace), kubePaths.claims(namespace)], intervalMs: 500, signal };
  await watchUntil(watched, async () => {
    const pods = await kube.list<V1Pod>(kubePaths.pods(namespace), { signal });
    const claims = await kube.list<V1PersistentVolumeClaim>(kubePaths.claims(namespace), { signal });
    return pods.length + claims.length === 0 || Date.now() > deadline ? true : undefined;
  });
}
