import type { StorePhase } from '@shopwright/contract/phases';
import { stepIds } from '@shopwright/contract/steps';
import type { MetricsView } from '@shopwright/contract/schemas/platform';
import {
  countFailuresByCode,
  countOperationsByState,
  countStoresByPhase,
  provisioningSuccessRate,
  provisioningTimings,
  stepTimings,
  type Database,
  type StepTiming,
} from '@shopwright/database';

/** Counts and timings of the whole platform. */
export async function readMetrics(db: Database): Promise<MetricsView> {
  const [phases, states, timings, successRate, steps, failuresByCode] = await Promise.all([
    countStoresByPhase(db),
    countOperationsByState(db),
    provisioningTimings(db),
    provisioningSuccessRate(db),
    stepTimings(db),
    countFailuresByCode(db),
  ]);
  const { queued = 0, running = 0, compensating = 0, succeeded = 0, failed = 0, cancelled = 0 } = states;
  return {
    storesByPhase: countByPhase(phases),
    operations: { queued, running: running + compensating, succeeded, failed, cancelled },
    provisioning: { ...timings, successRate },
    steps: inOrder(steps).map(({ step, runs, p50Ms, p95Ms }) => ({ id: step, runs, p50Ms, p95Ms })),
    failuresByCode: { ...failuresByCode },
    serverNow: new Date().toISOString(),
  };
}

function countByPhase(counts: Readonly<Partial<Record<StorePhase, number>>>): Record<StorePhase, number> {
  const none = { queued: 0, provisioning: 0, ready: 0, failed: 0, deleting: 0, 'delete-failed': 0, deleted: 0 };
  return { ...none, ...counts };
}

/** As a timeline shows them. */
function inOrder(steps: readonly StepTiming[]): readonly StepTiming[] {
  return steps.toSorted((left, right) => stepIds.indexOf(left.step) - stepIds.indexOf(right.step));
}
