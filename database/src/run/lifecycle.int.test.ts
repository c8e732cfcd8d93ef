import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelOperation, deleteStore, retryStore } from '../accept/change-store.ts';
import { createStore, type AcceptedOperation } from '../accept/create-store.ts';
import { takeCredentialsReveal } from '../accept/audit.ts';
import { eventsAfter, listAudit } from '../repositories/events.ts';
import { findOperation } from '../repositories/operations.ts';
import { stepsOf } from '../repositories/steps.ts';
import { findStore } from '../repositories/stores.ts';
import { sampleActor, sampleCreate } from '../testing/samples.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { admitOperation } from './admit-operation.ts';
import { closeOperation, markCompensating } from './close-operation.ts';
import { startOperation } from './start-operation.ts';
import { failAttempt, startAttempt, succeedAttempt, type AttemptKey } from './step-attempts.ts';
import { platformWide } from '../visibility.ts';

const request = { actor: sampleActor, source: null, visibility: platformWide };
const startedBy = { workflowId: 'workflow', runId: 'run' };
const failure = { code: 'IMAGE_UNAVAILABLE', detail: 'no image' } as const;

describe('life of a store in the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  async function running(): Promise<AcceptedOperation> {
    const accepted = await createStore(database.db, sampleCreate());
    await startOperation(database.db, accepted.operationId, startedBy);
    await admitOperation(database.db, accepted.operationId, 1000);
    return accepted;
  }

  it('goes from queued to ready, reveals once, and is deleted', async () => {
    const { db } = database;
    const accepted = await running();
    expect(await findStore(db, platformWide, accepted.storeId)).toMatchObject({ phase: 'provisioning' });
    expect(await takeCredentialsReveal(db, accepted.storeId, request)).toBe(false);
    await closeOperation(db, { operationId: accepted.operationId, outcome: 'succeeded', failure: null });
    expect(await findStore(db, platformWide, accepted.storeId)).toMatchObject({ phase: 'ready', failure: null });
    expect(await takeCredentialsReveal(db, accepted.storeId, request)).toBe(true);
    expect(await takeCredentialsReveal(db, accepted.storeId, request)).toBe(false);
    const deletion = await deleteStore(db, { ...request, storeId: accepted.storeId });
    await startOperation(db, deletion.operationId, startedBy);
    expect(await findOperation(db, platformWide, deletion.operationId)).toMatchObject({ state: 'running' });
    await closeOperation(db, { operationId: deletion.operationId, outcome: 'succeeded', failure: null });
    expect(await findStore(db, platformWide, accepted.storeId)).toMatchObject({ phase: 'deleted' });
    const types = (
      await listAudit(db, platformWide, { storeId: accepted.storeId, includeProgress: false, limit: 50 })
    ).map((event) => event.type);
    expect(types[0]).toBe('store.deleted');
    expect(types).toContain('credentials.revealed');
  });

  it('closes once, whatever is repeated', async () => {
    const { db } = database;
    const accepted = await running();
    const closed = { operationId: accepted.operationId, outcome: 'failed', failure } as const;
    await markCompensating(db, accepted.operationId, failure);
    await markCompensating(db, accepted.operationId, failure);
    await closeOperation(db, closed);
    await closeOperation(db, { ...closed, outcome: 'succeeded', failure: null });
    expect(await findOperation(db, platformWide, accepted.operationId)).toMatchObject({ state: 'failed', failure });
    expect(await findStore(db, platformWide, accepted.storeId)).toMatchObject({ phase: 'failed', failure });
    const audit = await listAudit(db, platformWide, {
      operationId: accepted.operationId,
      includeProgress: true,
      limit: 50,
    });
    const keys = audit.map((event) => event.dedupeKey ?? event.id);
    expect(new Set(keys).size).toBe(keys.length);
    expect(audit.filter((event) => event.type === 'operation.failed')).toHaveLength(1);
    expect(await startOperation(db, accepted.operationId, startedBy)).toBe(false);
  });

  it('keeps every attempt and closes the ones that were lost', async () => {
    const { db } = database;
    const accepted = await running();
    const key = (attempt: number): AttemptKey => ({
      storeId: accepted.storeId,
      operationId: accepted.operationId,
      step: 'install',
      attempt,
    });
    await startAttempt(db, key(1), 'worker-1');
    await failAttempt(db, key(1), { code: 'HELM_FAILED', detail: 'x' }, true);
    await startAttempt(db, key(2), 'worker-1');
    await startAttempt(db, key(3), 'worker-2');
    await startAttempt(db, key(3), 'worker-2');
    await succeedAttempt(db, key(3));
    const step = (await stepsOf(db, [accepted.operationId]))
      .get(accepted.operationId)
      ?.find((item) => item.step === 'install');
    expect(step).toMatchObject({ state: 'done', failure: null });
    expect(step?.attempts.map((attempt) => [attempt.attempt, attempt.failure?.code, attempt.endedAt !== null])).toEqual(
      [
        [1, 'HELM_FAILED', true],
        [2, undefined, true],
        [3, undefined, true],
      ],
    );
  });

  it('delete during provisioning cancels, and the late end of the provision changes no phase', async () => {
    const { db } = database;
    const accepted = await running();
    const deletion = await deleteStore(db, { ...request, storeId: accepted.storeId });
    expect(await findOperation(db, platformWide, accepted.operationId)).toMatchObject({
      cancelRequestedAt: expect.any(Date),
    });
    await closeOperation(db, { operationId: accepted.operationId, outcome: 'cancelled', failure });
    expect(await findStore(db, platformWide, accepted.storeId)).toMatchObject({ phase: 'deleting' });
    await closeOperation(db, { operationId: deletion.operationId, outcome: 'failed', failure });
    expect(await findStore(db, platformWide, accepted.storeId)).toMatchObject({ phase: 'delete-failed' });
    await expect(retryStore(db, { ...request, storeId: accepted.storeId })).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
  });

  it('refuses what the phase does not take, and an outdated version', async () => {
    const { db } = database;
    const accepted = await running();
    await expect(retryStore(db, { ...request, storeId: accepted.storeId })).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
    await expect(deleteStore(db, { ...request, storeId: accepted.storeId, expectedVersion: 1 })).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
    });
  });

  it('asks for a cancel once and refuses it after the end', async () => {
    const { db } = database;
    const accepted = await running();
    await cancelOperation(db, accepted.operationId, request);
    await cancelOperation(db, accepted.operationId, request);
    const audit = await listAudit(db, platformWide, {
      operationId: accepted.operationId,
      includeProgress: false,
      limit: 50,
    });
    expect(audit.filter((event) => event.type === 'operation.cancel-requested')).toHaveLength(1);
    await closeOperation(db, { operationId: accepted.operationId, outcome: 'cancelled', failure });
    await expect(cancelOperation(db, accepted.operationId, request)).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
  });

  it('shows events to a reader in the order of their ids, none skipped', async () => {
    const { db } = database;
    let lastId = 0;
    const seen: number[] = [];
    const writers = Promise.all(Array.from({ length: 30 }, () => createStore(db, sampleCreate())));
    let isWriting = true;
    const done = writers.then(() => (isWriting = false));
    for (let isLastRound = false; !isLastRound;) {
      isLastRound = !isWriting;
      const rows = await eventsAfter(db, platformWide, { afterId: lastId, limit: 1000 });
      seen.push(...rows.map((row) => row.id));
      lastId = rows.at(-1)?.id ?? lastId;
    }
    await done;
    const all = await eventsAfter(db, platformWide, { afterId: 0, limit: 10_000 });
    expect(seen).toEqual(all.map((row) => row.id));
  });
});
