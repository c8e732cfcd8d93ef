import type { V1Job, V1Pod } from '@kubernetes/client-node';
import { AppError } from '@shopwright/contract/errors';
import type { ActivityDeps } from '../deps.ts';
import type { Initialisation } from '../engines/engine.ts';
import { isKubeStatus } from '../kube/kube-error.ts';
import { fieldManager } from '../kube/labels.ts';
import { kubePaths } from '../kube/paths.ts';
import { lastLogLines } from '../kube/pod-log.ts';
import { podTroubles } from '../kube/readiness/assess.ts';
import { createLastingTroubles } from '../kube/readiness/await-ready.ts';
import { watchUntil } from '../kube/watch.ts';
import { recordedStep, type StepRun } from '../recorded-step.ts';
import { followProgress, progressText } from './init-progress.ts';
import { initialiseContainerName, initialiseJob, initialiseJobName } from './initialise-job.ts';
import { loadStoreContext } from './store-spec.ts';

const jobPodsQuery = { labelSelector: `batch.kubernetes.io/job-name=${initialiseJobName}` };

/** Runs the engine's initialisation as a Job until it has succeeded; a Job of an earlier attempt is followed or replaced. */
export function initialiseStore(deps: ActivityDeps) {
  return recordedStep(deps, 'initialise', async (run) => {
    const { spec, engine, environment } = await loadStoreContext(deps, run);
    const initialisation = engine.initialisation(spec, environment);
    await ensureJob(deps, run, initialiseJob(spec, initialisation, environment.imagePullPolicy));
    const pod = await followJob(deps, run);
    const exitCode = pod === 'done' ? 0 : exitCodeOf(pod);
    if (pod !== 'done' && exitCode !== 0) throw await initFailure(deps, run, initialisation, pod);
    await deleteJob(deps, run);
    return { exitCode };
  });
}

/** A Job that still runs or has succeeded is kept; one that failed is replaced. */
async function ensureJob(deps: ActivityDeps, run: StepRun, job: V1Job): Promise<void> {
  const existing = await deps.kube.find<V1Job>(kubePaths.job(run.storeId, initialiseJobName), { signal: run.signal });
  const hasFailed = existing?.status?.conditions?.some(
    (condition) => condition.type === 'Failed' && condition.status === 'True',
  );
  if (existing !== undefined && !hasFailed) return;
  if (existing !== undefined) await deleteJob(deps, run);
  await deps.kube
    .write(kubePaths.jobs(run.storeId), { method: 'POST', query: { fieldManager }, body: job, signal: run.signal })
    .catch((error: unknown) => {
      if (!isKubeStatus(error, 409)) throw error;
    });
}

/** Waits until the Job's pod has ended, or its program says that it is done; shows what it writes meanwhile. */
async function followJob(deps: ActivityDeps, run: StepRun): Promise<V1Pod | 'done'> {
  const lasting = createLastingTroubles();
  const stop = new AbortController();
  const signal = AbortSignal.any([run.signal, stop.signal]);
  const done = Promise.withResolvers<'done'>();
  const follow = async (pod: string): Promise<void> => {
    if (await followProgress(deps.kube, run, pod, signal)) done.resolve('done');
  };
  let following: Promise<void> | undefined;
  const watched = { kube: deps.kube, paths: [kubePaths.pods(run.storeId)], intervalMs: 1000, signal };
  try {
    const ending = watchUntil(watched, async () => {
      const pods = await deps.kube.list<V1Pod>(kubePaths.pods(run.storeId), {
        query: jobPodsQuery,
        signal: run.signal,
      });
      const pod = pods.toSorted(byAge).at(-1);
      if (pod === undefined) return await missingPod(deps, run);
      const phase = pod.status?.phase;
      if (phase !== 'Pending') following ??= follow(pod.metadata?.name ?? '');
      if (phase === 'Succeeded' || phase === 'Failed') return pod;
      const trouble = lasting(podTroubles(pod, deps.patience));
      if (trouble !== undefined) throw new AppError(trouble.code, { params: trouble.params });
      return undefined;
    });
    const ended = await Promise.race([ending, done.promise]);
    await following; // The log ends with the container; its last lines still count.
    return ended;
  } finally {
    stop.abort();
    await following?.catch(() => undefined);
  }
}

/** No pod yet; once the Job has failed without one, none will come. */
async function missingPod(deps: ActivityDeps, run: StepRun): Promise<undefined> {
  const job = await deps.kube.find<V1Job>(kubePaths.job(run.storeId, initialiseJobName), { signal: run.signal });
  const failed = job?.status?.conditions?.find(
    (condition) => condition.type === 'Failed' && condition.status === 'True',
  );
  if (failed?.reason === 'DeadlineExceeded') throw new AppError('INIT_TIMEOUT');
  return undefined;
}

async function initFailure(
  deps: ActivityDeps,
  run: StepRun,
  initialisation: Initialisation,
  pod: V1Pod,
): Promise<AppError> {
  if (pod.status?.reason === 'DeadlineExceeded') return new AppError('INIT_TIMEOUT');
  const exitCode = exitCodeOf(pod);
  const log = { namespace: run.storeId, pod: pod.metadata?.name ?? '', container: initialiseContainerName };
  const lines = await lastLogLines(deps.kube, { ...log, previous: false, signal: run.signal });
  const reason = lines.map(progressText).findLast((text) => text !== undefined) ?? 'it wrote nothing';
  await run.progress(`ended with exit code ${exitCode}: ${reason}`);
  return new AppError(initialisation.exitCodes[exitCode] ?? 'INIT_FAILED', { params: { exitCode, reason } });
}

async function deleteJob(deps: ActivityDeps, run: StepRun): Promise<void> {
  const path = kubePaths.job(run.storeId, initialiseJobName);
  const { signal } = run;
  await deps.kube
    .write(path, { method: 'DELETE', body: { propagationPolicy: 'Background' }, signal })
    .catch((error: unknown) => {
      if (!isKubeStatus(error, 404)) throw error;
    });
  const watched = { kube: deps.kube, paths: [], intervalMs: 50, signal };
  await watchUntil(watched, async () => ((await deps.kube.find(path, { signal })) === undefined ? true : undefined));
}

/** -1 where the kubelet could not tell, e.g. after an eviction. */
function exitCodeOf(pod: V1Pod): number {
  return (
    pod.status?.containerStatuses?.[0]?.state?.terminated?.exitCode ?? (pod.status?.phase === 'Succeeded' ? 0 : -1)
  );
}

function byAge(left: V1Pod, right: V1Pod): number {
  return String(left.metadata?.creationTimestamp).localeCompare(String(right.metadata?.creationTimestamp));
}
