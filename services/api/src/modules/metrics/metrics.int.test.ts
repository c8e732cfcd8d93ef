import { isOperationId, isStoreId, type OperationId, type StoreId } from '@shopwright/contract/ids';
import { metricsSchema } from '@shopwright/contract/schemas/platform';
import { provisioningHistorySchema } from '@shopwright/contract/schemas/provisioning-history';
import { admitOperation, closeOperation, startAttempt, succeedAttempt } from '@shopwright/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../testing/test-api.ts';
import { authorization } from '../../testing/test-config.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

async function create(name: string): Promise<{ storeId: StoreId; operationId: OperationId }> {
  const { store, operation } = (await api.call('POST', '/api/stores', { payload: { name } })).json();
  if (!isStoreId(store.id) || !isOperationId(operation.id)) throw new Error('not an id');
  return { storeId: store.id, operationId: operation.id };
}

async function provision(name: string, outcome: 'succeeded' | 'failed' | 'cancelled'): Promise<void> {
  const { db } = api.database;
  const { storeId, operationId } = await create(name);
  await admitOperation(db, operationId, 100);
  for (const step of ['probe', 'namespace'] as const) {
    await startAttempt(db, { storeId, operationId, step, attempt: 1 }, 'worker-1');
    await succeedAttempt(db, { storeId, operationId, step, attempt: 1 });
  }
  const code = outcome === 'failed' ? 'HELM_FAILED' : 'OPERATION_CANCELLED';
  const failure = outcome === 'succeeded' ? null : ({ code, detail: 'It ended.' } as const);
  await closeOperation(db, { operationId, outcome, failure });
}

describe('metrics', () => {
  it('count stores, operations, failures and times', async () => {
    const empty = metricsSchema.parse((await api.call('GET', '/api/metrics')).json());
    expect(empty.provisioning).toEqual({ runs: 0, p50Ms: null, p95Ms: null, successRate: null });
    for (const name of ['One', 'Two', 'Three']) await provision(name, 'succeeded');
    await provision('Four', 'failed');
    await provision('Five', 'cancelled');
    await create('Waiting');
    const metrics = metricsSchema.parse((await api.call('GET', '/api/metrics')).json());
    expect(metrics.storesByPhase).toMatchObject({ queued: 1, ready: 3, failed: 2, deleted: 0 });
    expect(metrics.operations).toEqual({ queued: 1, running: 0, succeeded: 3, failed: 1, cancelled: 1 });
    expect(metrics.provisioning).toMatchObject({ runs: 3, successRate: 0.75 });
    expect(metrics.provisioning.p95Ms).toBeGreaterThanOrEqual(metrics.provisioning.p50Ms ?? Infinity);
    expect(metrics.steps.map((step) => step.id)).toEqual(['namespace', 'probe']);
    expect(metrics.failuresByCode).toEqual({ HELM_FAILED: 1 });
  });

  it('tell how long creations and their steps took over time', async () => {
    const answer = await api.call('GET', '/api/metrics/provisioning?period=hour');
    const history = provisioningHistorySchema.parse(answer.json());
    expect(history.bucketMs).toBe(120_000);
    expect(Date.parse(history.until) - Date.parse(history.since)).toBe(3_600_000);
    expect(history.total.reduce((sum, { runs }) => sum + runs, 0)).toBe(3);
    const counted = Map.groupBy(history.steps, ({ id }) => id);
    expect([...counted.keys()].toSorted()).toEqual(['namespace', 'probe']);
    expect((await api.call('GET', '/api/metrics/provisioning?period=year')).statusCode).toBe(400);
  });

  it('are there for Prometheus, to whoever may read them', async () => {
    expect((await api.app.inject({ url: '/metrics' })).statusCode).toBe(401);
    const text = (await api.app.inject({ url: '/metrics', headers: authorization })).body;
    expect(text).toContain('stores{phase="ready",service="test"} 3');
    expect(text).toContain('commands_waiting{service="test"} 6');
    expect(text).toContain('stores{phase="deleting",service="test"} 0');
    const counted = /http_request_duration_seconds_count\{.*method="POST",route="\/api\/stores",status="202".*\} 6/;
    expect(text).toMatch(counted);
  });
});
