import type { OrganizationId } from '@shopwright/contract/ids';
import type { Quota } from '@shopwright/contract/quotas';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectDatabase, type DatabaseConnection } from '../connection.ts';
import { listAudit } from '../repositories/events.ts';
import { findQuota, quotaUse } from '../repositories/quotas.ts';
import { closeOperation } from '../run/close-operation.ts';
import { operations } from '../schema/index.ts';
import { generousQuota, insertSampleOrganization, sampleActor, sampleCreate } from '../testing/samples.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { platformWide } from '../visibility.ts';
import { createStore, type AcceptedOperation } from './create-store.ts';
import { deleteStore } from './change-store.ts';
import { setQuota } from './set-quota.ts';

const failure = { code: 'IMAGE_UNAVAILABLE', detail: 'no image' } as const;
const request = { actor: sampleActor, source: null };

let database: TestDatabase;
const others: DatabaseConnection[] = [];
let organizationId: OrganizationId;
beforeAll(async () => {
  database = await createTestDatabase();
  for (let index = 0; index < 4; index += 1) {
    others.push(connectDatabase({ url: database.url, applicationName: `process-${index}`, maxConnections: 10 }));
  }
});
afterAll(async () => {
  await Promise.all(others.map((other) => other.close()));
  await database.close();
});
beforeEach(async () => {
  organizationId = await insertSampleOrganization(database.db);
});

/** Asks for a store of the organization; `connection` stands for one of several processes. */
function create(quota: Partial<Quota>, plan: 'small' | 'medium' = 'small', connection = 0): Promise<AcceptedOperation> {
  const sample = sampleCreate({ organizationId, plan });
  const limits = { ...sample.limits, defaultQuota: { ...generousQuota, ...quota } };
  return createStore(others[connection % others.length]?.db ?? database.db, { ...sample, limits });
}

describe('quotas', () => {
  it('let exactly 5 of 50 creates through that several processes ask for at once', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_none, index) => create({ stores: 5 }, 'small', index)),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(5);
    const refusals = results.filter((result) => result.status === 'rejected').map((result) => result.reason);
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ code: 'STORES_QUOTA_REACHED', params: { used: 5, limit: 5 } });
    }
    expect((await quotaUse(database.db, organizationId)).stores).toBe(5);
  });

  it.each([
    ['CPU_QUOTA_REACHED', { cpuMillis: 11_999 }, { used: 8000, limit: 11_999, requested: 4000 }],
    ['MEMORY_QUOTA_REACHED', { memoryMib: 6143 }, { used: 4096, limit: 6143, requested: 2048 }],
    ['STORAGE_QUOTA_REACHED', { storageGib: 8 }, { used: 6, limit: 8, requested: 3 }],
    ['CREATES_QUOTA_REACHED', { createsPerHour: 2 }, { used: 2, limit: 2, requested: 1 }],
  ] as const)('say %s where only that is used up', async (code, quota, params) => {
    await create(quota);
    await create(quota);
    await expect(create(quota)).rejects.toMatchObject({ code, params });
  });

  it('count what a larger plan takes', async () => {
    await expect(create({ cpuMillis: 7999 }, 'medium')).rejects.toMatchObject({ code: 'CPU_QUOTA_REACHED' });
    await create({ cpuMillis: 8000 }, 'medium');
    expect(await quotaUse(database.db, organizationId)).toEqual({
      stores: 1,
      cpuMillis: 8000,
      memoryMib: 4096,
      storageGib: 15,
      createsPerHour: 1,
    });
  });

  it('count stores that failed until they are deleted, and creations whatever became of them', async () => {
    const { storeId, operationId } = await create({ stores: 1 });
    await closeOperation(database.db, { operationId, outcome: 'failed', failure });
    await expect(create({ stores: 1 })).rejects.toMatchObject({ code: 'STORES_QUOTA_REACHED' });
    const deletion = await deleteStore(database.db, { ...request, visibility: platformWide, storeId });
    await closeOperation(database.db, { operationId: deletion.operationId, outcome: 'succeeded', failure: null });
    await expect(create({ createsPerHour: 1 })).rejects.toMatchObject({ code: 'CREATES_QUOTA_REACHED' });
    await create({ stores: 1 });
  });

  it('say when the next creation is possible, and allow it then', async () => {
    const { operationId } = await create({});
    const at = (minutes: number) =>
      database.db
        .update(operations)
        .set({ createdAt: new Date(Date.now() - minutes * 60_000) })
        .where(eq(operations.id, operationId));
    await at(50);
    const refused: unknown = await create({ createsPerHour: 1 }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'CREATES_QUOTA_REACHED', params: { seconds: expect.any(Number) } });
    const { seconds } = Object(refused).params;
    expect(seconds).toBeGreaterThan(590);
    expect(seconds).toBeLessThanOrEqual(601);
    await at(61);
    await create({ createsPerHour: 1 });
  });

  it('leave other organizations alone', async () => {
    await create({ stores: 1 });
    organizationId = await insertSampleOrganization(database.db);
    await create({ stores: 1 });
  });
});

describe('a quota that an operator sets', () => {
  const set = (stores: number, expectedVersion?: number) =>
    setQuota(database.db, {
      ...request,
      organizationId,
      quota: { ...generousQuota, stores },
      defaultQuota: generousQuota,
      ...(expectedVersion !== undefined && { expectedVersion }),
    });

  it('replaces the configured one, is audited, and refuses an outdated version', async () => {
    expect(await findQuota(database.db, organizationId, generousQuota)).toMatchObject({ isDefault: true, version: 1 });
    await set(1, 1);
    await expect(set(7, 1)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
    await set(2, 2);
    const quota = { ...generousQuota, stores: 2 };
    expect(await findQuota(database.db, organizationId, generousQuota)).toEqual({
      quota,
      isDefault: false,
      version: 3,
    });
    await create({ stores: 0 });
    await create({ stores: 0 });
    await expect(create({ stores: 1000 })).rejects.toMatchObject({ code: 'STORES_QUOTA_REACHED' });
    const filter = { organizationId, types: ['quota.changed'] as const, includeProgress: false, limit: 10 };
    const audit = await listAudit(database.db, platformWide, filter);
    expect(audit.map(({ data }) => [Object(data['before']).stores, Object(data['after']).stores])).toEqual([
      [1, 2],
      [1000, 1],
    ]);
  });

  it('cannot be set for an organization that does not exist', async () => {
    organizationId = 'org-aaaaaaaaaaaaaaaa';
    await expect(set(1)).rejects.toMatchObject({ code: 'ORGANIZATION_NOT_FOUND' });
  });
});
