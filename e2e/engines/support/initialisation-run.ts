import type { V1Job, V1Pod } from '@kubernetes/client-node';
import type { StoreEngine, StoreSpec } from '@shopwright/activities/engines/engine';
import { kubePaths } from '@shopwright/activities/kube/paths';
import { watchUntil } from '@shopwright/activities/kube/watch';
import { followProgress } from '@shopwright/activities/store/init-progress';
import { initialiseJob } from '@shopwright/activities/store/initialise-job';
import { randomBase32 } from '@shopwright/contract/ids';
import { environmentOf } from './spec.ts';
import type { Stack } from './stack.ts';

export interface InitialisationRun {
  exitCode: number;
  lines: readonly string[];
}

/** Creates the engine's Job under a name of its own and waits for its pod to end. */
export async function runInitialisation(
  stack: Stack,
  engine: StoreEngine,
  spec: StoreSpec,
  signal: AbortSignal,
): Promise<InitialisationRun> {
  const job = await startInitialisation(stack, engine, spec);
  return endOfInitialisation(stack, spec, job, signal);
}

export async function startInitialisation(stack: Stack, engine: StoreEngine, spec: StoreSpec): Promise<string> {
  const job = initialiseJob(spec, engine.initialisation(spec, environmentOf(stack, engine, false)), 'Never');
  const name = `initialise-${randomBase32(6)}`;
  if (job.metadata !== undefined) job.metadata.name = name;
  await stack.kube.write<V1Job>(kubePaths.jobs(spec.storeId), { method: 'POST', body: job });
  return name;
}

/** Creates the engine's Job and waits until its program says that it is done, as a workflow does. */
export async function awaitInitialisation(
  stack: Stack,
  engine: StoreEngine,
  spec: StoreSpec,
  signal: AbortSignal,
): Promise<void> {
  const job = await startInitialisation(stack, engine, spec);
  const query = { labelSelector: `batch.kubernetes.io/job-name=${job}` };
  const watched = { kube: stack.kube, paths: [kubePaths.pods(spec.storeId)], intervalMs: 500, signal };
  const pod = await watchUntil(watched, async () => {
    const [found] = await stack.kube.list<V1Pod>(kubePaths.pods(spec.storeId), { query, signal });
    return found === undefined || found.status?.phase === 'Pending' ? undefined : (found.metadata?.name ?? '');
  });
  const run = { storeId: spec.storeId, progress: () => Promise.resolve() };
  if (await followProgress(stack.kube, run, pod, signal)) return;
  const { exitCode, lines } = await endOfInitialisation(stack, spec, job, signal);
  if (exitCode !== 0) throw new Error(`the initialisation ended with ${exitCode}: ${lines.at(-1)}`);
}

export async function endOfInitialisation(
  stack: Stack,
  spec: StoreSpec,
  job: string,
  signal: AbortSignal,
): Promise<InitialisationRun> {
  const query = { labelSelector: `batch.kubernetes.io/job-name=${job}` };
  const watched = { kube: stack.kube, paths: [kubePaths.pods(spec.storeId)], intervalMs: 500, signal };
  const pod = await watchUntil(watched, async () => {
    const [found] = await stack.kube.list<V1Pod>(kubePaths.pods(spec.storeId), { query, signal });
    return found?.status?.containerStatuses?.[0]?.state?.terminated === undefined ? undefined : found;
  });
  const lines: string[] = [];
  for await (const line of stack.kube.lines(kubePaths.podLog(spec.storeId, pod.metadata?.name ?? ''), { signal })) {
    lines.push(line);
  }
  return { exitCode: pod.status?.containerStatuses?.[0]?.state?.terminated?.exitCode ?? -1, lines };
}
