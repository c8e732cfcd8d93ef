import { operationSteps, type StepId } from '@shopwright/contract/steps';
import { sql, type SQL } from 'drizzle-orm';
import type { Executor } from '../connection.ts';

export interface HistoryRange {
  since: Date;
  until: Date;
  bucketMs: number;
}

export interface DurationBucket {
  start: Date;
  runs: number;
  p50Ms: number;
  p95Ms: number;
}

export interface StepDurationBucket extends DurationBucket {
  step: StepId;
}

interface BucketRow extends Record<string, unknown> {
  start: number;
  runs: number;
  p50: number;
  p95: number;
}

/** From request to ready of the creations that succeeded in the range, by the bucket in which they became ready. */
export async function provisioningHistory(db: Executor, range: HistoryRange): Promise<readonly DurationBucket[]> {
  const { rows } = await db.execute<BucketRow>(sql`
    select ${bucketStart(range)} as start, ${percentiles}
      from (select ended_at, extract(epoch from ended_at - created_at) * 1000 as ms
              from operations
             where kind = 'provision' and state = 'succeeded' and ${isWithin(range)}) as ended
     group by start order by start`);
  return rows.map(durationBucket);
}

/** How long the steps of a creation took that were done in the range, by bucket and step. */
export async function stepHistory(db: Executor, range: HistoryRange): Promise<readonly StepDurationBucket[]> {
  const { rows } = await db.execute<BucketRow & { step: StepId }>(sql`
    select ${bucketStart(range)} as start, step, ${percentiles}
      from (select step, ended_at, extract(epoch from ended_at - started_at) * 1000 as ms
              from operation_steps
             where step in (${sql.join(
               operationSteps.provision.map((step) => sql`${step}`),
               sql`, `,
             )})
               and state = 'done' and ${isWithin(range)}) as ended
     group by start, step order by start, step`);
  return rows.map((row) => ({ step: row.step, ...durationBucket(row) }));
}

const percentiles = sql`count(*)::int as runs,
           percentile_cont(0.5) within group (order by ms) as p50,
           percentile_cont(0.95) within group (order by ms) as p95`;

function bucketStart({ since, bucketMs }: HistoryRange): SQL {
  const bin = sql`date_bin(make_interval(secs => ${bucketMs / 1000}), ended_at, ${since.toISOString()}::timestamptz)`;
  return sql`(extract(epoch from ${bin}) * 1000)::float8`;
}

function isWithin({ since, until }: HistoryRange): SQL {
  return sql`ended_at >= ${since.toISOString()}::timestamptz and ended_at < ${until.toISOString()}::timestamptz`;
}

function durationBucket({ start, runs, p50, p95 }: BucketRow): DurationBucket {
  return { start: new Date(start), runs, p50Ms: Math.round(p50), p95Ms: Math.round(p95) };
}
