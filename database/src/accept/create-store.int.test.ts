import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOperation } from '../repositories/operations.ts';
import { listAudit } from '../repositories/events.ts';
import { findSealedSecret } from '../repositories/sealed-secrets.ts';
import { countLiveStores, findStore } from '../repositories/stores.ts';
import { stepsOf } from '../repositories/steps.ts';
import { commandBacklog } from '../repositories/workflow-commands.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { sampleCreate } from '../testing/samples.ts';
import { createStore } from './create-store.ts';
import { platformWide } from '../visibility.ts';

describe('create store', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it('writes store, operation, steps, command, events and sealed password together', async () => {
    const { db } = database;
    const before = await commandBacklog(db);
    const accepted = await createStore(db, {
      ...sampleCreate(),
      sealPassword: () => ({ keyId: 'k', nonce: Buffer.alloc(12), ciphertext: Buffer.from('sealed') }),
    });
    expect(await findStore(db, platformWide, accepted.storeId)).toMatchObject({ phase: 'queued', version: 1 });
    expect(await findOperation(db, platformWide, accepted.operationId)).toMatchObject({
      kind: 'provision',
      state: 'queued',
    });
    const steps = (await stepsOf(db, [accepted.operationId])).get(accepted.operationId);
    expect(steps?.map((step) => step.step)).toEqual([
      'admission',
      'namespace',
      'secrets',
      'install',
      'readiness',
      'initialise',
      'route',
      'probe',
    ]);
    expect((await commandBacklog(db)).waiting).toBe(before.waiting + 1);
    expect((await findSealedSecret(db, accepted.storeId))?.ciphertext.toString()).toBe('sealed');
    const events = await listAudit(db, platformWide, { storeId: accepted.storeId, includeProgress: false, limit: 10 });
    expect(events.map((event) => event.type)).toEqual(['operation.accepted', 'store.created']);
  });

  it('refuses a chosen slug that is taken and leaves nothing', async () => {
    const first = sampleCreate();
    await createStore(database.db, first);
    const before = await countLiveStores(database.db);
    await expect(createStore(database.db, first)).rejects.toMatchObject({ code: 'STORE_NAME_TAKEN' });
    expect(await countLiveStores(database.db)).toEqual(before);
  });

  it('gives a derived slug a suffix', async () => {
    const first = sampleCreate();
    await createStore(database.db, first);
    const second = await createStore(database.db, { ...first, isSlugDerived: true });
    const row = await findStore(database.db, platformWide, second.storeId);
    expect(row?.slug).toMatch(new RegExp(`^${first.store.slug}-[a-z2-7]{6}$`));
  });

  it('answers a repeated key with the same operation, also side by side', async () => {
    const create = { ...sampleCreate(), idempotencyKey: { scope: 'operator', key: 'k-1', requestHash: 'h' } };
    const results = await Promise.all(Array.from({ length: 8 }, () => createStore(database.db, create)));
    expect(new Set(results.map((result) => result.operationId)).size).toBe(1);
    expect(results.filter((result) => !result.isReplay)).toHaveLength(1);
    await expect(
      createStore(database.db, { ...create, idempotencyKey: { ...create.idempotencyKey, requestHash: 'other' } }),
    ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('lets exactly as many stores exist as the platform may have', async () => {
    const { db } = database;
    const sample = sampleCreate();
    const limits = { ...sample.limits, maxStores: (await countLiveStores(db)) + 5 };
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => createStore(db, { ...sampleCreate(), limits })),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(5);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'STORE_LIMIT_REACHED' });
    }
  });
});
