import type { OperationId } from '@shopwright/contract/ids';
import type { OperationKind } from '@shopwright/contract/operations';
import type { StepId } from '@shopwright/contract/steps';
import { asc, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../connection.ts';
import { operationSteps, stepAttempts, type OperationStepRow, type StepAttemptRow } from '../schema/index.ts';

export interface StepWithAttempts extends OperationStepRow {
  attempts: readonly StepAttemptRow[];
}

/** The steps of operations with their attempts, in the order in which they are shown. */
export async function stepsOf(
  db: Executor,
  operationIds: readonly OperationId[],
): Promise<ReadonlyMap<OperationId, readonly StepWithAttempts[]>> {
  if (operationIds.length === 0) return new Map();
  const ids = [...operationIds];
  const [steps, attempts] = await Promise.all([
    db
      .select()
      .from(operationSteps)
      .where(inArray(operationSteps.operationId, ids))
      .orderBy(asc(operationSteps.position)),
    db.select().from(stepAttempts).where(inArray(stepAttempts.operationId, ids)).orderBy(asc(stepAttempts.attempt)),
  ]);
  const withAttempts = steps.map((step) => ({
    ...step,
    attempts: attempts.filter((attempt) => attempt.operationId === step.operationId && attempt.step === step.step),
  }));
  return Map.groupBy(withAttempts, (step) => step.operationId);
}

export interface StepTiming {
  step: StepId;
  runs: number;
  p50Ms: number;
  p95Ms: number;
}

/** How long each step took in its last 100 successful runs. */
export async function stepTimings(db: Executor): Promise<readonly StepTiming[]> {
  const result = await db.execute<{ step: StepId; runs: number; p50: number; p95: number }>(sql`
    select step, count(*)::int as runs,
           percentile_cont(0.5) within group (order by ms) as p50,
           percentile_cont(0.95) within group (order by ms) as p95
      from (select step, extract(epoch from ended_at - started_at) * 1000 as ms,
                   row_number() over (partition by step order by ended_at desc) as newest
              from operation_steps where state = 'done' and ended_at is not null) as recent
     where newest <= 100
     group by step`);
  return result.rows.map((row) => ({
    step: row.step,
    runs: row.runs,
    p50Ms: Math.round(row.p50),
    p95Ms: Math.round(row.p95),
  }));
}

/** From the place in the line to the end, median of the last 100 operations of each kind that succeeded. */
export async function usualOperationTimes(db: Executor): Promise<ReadonlyMap<OperationKind, number>> {
  const result = await db.execute<{ kind: OperationKind; p50: number }>(sql`
    select kind, percentile_cont(0.5) within group (order by ms) as p50
      from (select kind,
                   extract(epoch from ended_at - coalesce(admitted_at, started_at, created_at)) * 1000 as ms,
                   row_number() over (partition by kind order by ended_at desc) as newest
              from operations where state = 'succeeded') as recent
     where newest <= 100
     group by kind`);
  return new Map(result.rows.map(({ kind, p50 }) => [kind, Math.round(p50)]));
}

/** From request to ready, of the last 100 provisions that succeeded; null before there is one. */
export async function provisioningTimings(
  db: Executor,
): Promise<{ runs: number; p50Ms: number | null; p95Ms: number | null }> {
  const result = await db.execute<{ runs: number; p50: number | null; p95: number | null }>(sql`
    select count(*)::int as runs,
           percentile_cont(0.5) within group (order by ms) as p50,
           percentile_cont(0.95) within group (order by ms) as p95
      from (select extract(epoch from ended_at - created_at) * 1000 as ms
              from operations
             where kind = 'provision' and state = 'succeeded'
             order by ended_at desc limit 100) as recent`);
  const row = result.rows[0];
  return { runs: row?.runs ?? 0, p50Ms: roundMs(row?.p50), p95Ms: roundMs(row?.p95) };
}

function roundMs(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value);
}

/** Share of the last 100 provisions and retries that succeeded, cancelled ones left out; null before one has ended. */
export async function provisioningSuccessRate(db: Executor): Promise<number | null> {
  const result = await db.execute<{ rate: number | null }>(sql`
    select avg((state = 'succeeded')::int)::float as rate
      from (select state from operations
             where kind in ('provision', 'retry') and state in ('succeeded', 'failed')
             order by ended_at desc limit 100) as recent`);
  return result.rows[0]?.rate ?? null;
}
