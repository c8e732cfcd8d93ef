import { assess } from '@shopwright/activities/kube/readiness/assess';
import { readWorkloads, workloadPaths } from '@shopwright/activities/kube/readiness/workloads';
import { watchUntil } from '@shopwright/activities/kube/watch';
import { defaultPatience } from '@shopwright/activities';
import type { Stack } from './stack.ts';

const ignored = new Set(['initialise', 'initialisation']);

/** Waits until every Deployment and StatefulSet of the store is ready. */
export async function awaitWorkloads(stack: Stack, storeId: string, signal: AbortSignal): Promise<void> {
  const watched = { kube: stack.kube, paths: workloadPaths(storeId), intervalMs: 1000, signal };
  await watchUntil(watched, async () => {
    const assessment = assess(await readWorkloads(stack.kube, storeId, signal), defaultPatience, ignored);
    return assessment.isReady ? true : undefined;
  });
}
