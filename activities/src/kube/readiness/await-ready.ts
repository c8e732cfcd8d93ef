import { AppError } from '@shopwright/contract/errors';
import type { ActivityDeps } from '../../deps.ts';
import { recordedStep, type StepRun } from '../../recorded-step.ts';
import { initialiseComponent } from '../../store/initialise-job.ts';
import { lastLogLines } from '../pod-log.ts';
import { watchUntil } from '../watch.ts';
import { assess, type Trouble } from './assess.ts';
import { readWorkloads, workloadPaths } from './workloads.ts';

const ignored = new Set([initialiseComponent]);

/** Waits until every part of the store is ready, or until it is clear why one will not be. */
export function awaitReady(deps: ActivityDeps) {
  return recordedStep(deps, 'readiness', async (run) => {
    const lasting = createLastingTroubles();
    let shown = '';
    const watched = { kube: deps.kube, paths: workloadPaths(run.storeId), intervalMs: 2000, signal: run.signal };
    return watchUntil(watched, async () => {
      const workloads = await readWorkloads(deps.kube, run.storeId, run.signal);
      const assessment = assess(workloads, deps.patience, ignored);
      if (assessment.isReady) return { parts: assessment.summary };
      const trouble = lasting(assessment.troubles);
      if (trouble !== undefined) throw await describe(deps, run, trouble);
      if (assessment.summary !== shown) await run.progress(assessment.summary);
      shown = assessment.summary;
      return undefined;
    });
  });
}

/** Remembers since when each trouble has been there, and tells one that has lasted longer than its patience. */
export function createLastingTroubles(now: () => number = Date.now) {
  const since = new Map<string, number>();
  return (troubles: readonly Trouble[]): Trouble | undefined => {
    const present = new Set(troubles.map((trouble) => trouble.key));
    for (const key of since.keys()) if (!present.has(key)) since.delete(key);
    for (const trouble of troubles) if (!since.has(trouble.key)) since.set(trouble.key, now());
    return troubles.find((trouble) => now() - (since.get(trouble.key) ?? now()) >= trouble.patienceMs);
  };
}

async function describe(deps: ActivityDeps, run: StepRun, trouble: Trouble): Promise<AppError> {
  if (trouble.log === undefined) return new AppError(trouble.code, { params: trouble.params });
  const { pod, container, previous } = trouble.log;
  const lines = await lastLogLines(deps.kube, { namespace: run.storeId, pod, container, previous, signal: run.signal });
  const reason = lines.length > 0 ? `last lines: ${lines.join(' | ')}` : trouble.params['reason'];
  return new AppError(trouble.code, { params: { ...trouble.params, reason: reason ?? '' } });
}
