import type { OperationId } from '@shopwright/contract/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore } from '../accept/create-store.ts';
import { sampleCreate } from '../testing/samples.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { provisioningHistory, stepHistory } from './provisioning-history.ts';
import { usualOperationTimes } from './steps.ts';

const since = new Date('2026-03-01T00:00:00.000Z');
const range = { since, until: new Date('2026-03-01T03:00:00.000Z'), bucketMs: 3_600_000 };

describe('provisioning history', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  /** A creation that ended at this moment after so many seconds, half of them in the step `install`. */
  async function ended(at: string, seconds: number, state: 'succeeded' | 'failed' = 'succeeded'): Promise<OperationId> {
    const { operationId } = await createStore(database.db, sampleCreate());
    await database.pool.query(
      `update operations set state = $2, ended_at = $3, created_at = $3::timestamptz - make_interval(secs => $4) where id = $1`,
      [operationId, state, at, seconds],
    );
    await database.pool.query(
      `update operation_steps set state = 'done', ended_at = $2, started_at = $2::timestamptz - make_interval(secs => $3)
        where operation_id = $1 and step = 'install'`,
      [operationId, at, seconds / 2],
    );
    return operationId;
  }

  it('has percentiles of what succeeded, by bucket; empty buckets and what is outside are left out', async () => {
    for (const seconds of [10, 20, 30]) await ended('2026-03-01T00:10:00Z', seconds);
    await ended('2026-03-01T00:20:00Z', 999, 'failed');
    await ended('2026-03-01T02:00:00Z', 40);
    await ended('2026-03-01T03:00:00Z', 50);
    await ended('2026-02-28T23:59:59Z', 60);
    expect(await provisioningHistory(database.db, range)).toEqual([
      { start: since, runs: 3, p50Ms: 20_000, p95Ms: 29_000 },
      { start: new Date('2026-03-01T02:00:00.000Z'), runs: 1, p50Ms: 40_000, p95Ms: 40_000 },
    ]);
    const steps = await stepHistory(database.db, { ...range, until: new Date('2026-03-01T00:15:00.000Z') });
    expect(steps).toEqual([{ step: 'install', start: since, runs: 3, p50Ms: 10_000, p95Ms: 14_500 }]);
  });

  it('tells what is usual: the median of what succeeded, from the place in the line to the end', async () => {
    expect(await usualOperationTimes(database.db)).toEqual(new Map([['provision', 35_000]]));
    await database.pool.query("update operations set admitted_at = ended_at - interval '5 seconds'");
    expect(await usualOperationTimes(database.db)).toEqual(new Map([['provision', 5000]]));
  });
});
