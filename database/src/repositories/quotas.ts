import type { OrganizationId } from '@shopwright/contract/ids';
import { useOfPlan, type Quota } from '@shopwright/contract/quotas';
import { and, count, desc, eq, gt, ne, sql } from 'drizzle-orm';
import type { Executor, Transaction } from '../connection.ts';
import { operations, organizationQuotas, organizations, stores } from '../schema/index.ts';

export interface OrganizationQuota {
  quota: Quota;
  /** Whether no operator has set it. */
  isDefault: boolean;
  /** Grows with every change; the configured quota is version 1. */
  version: number;
}

/** What an organization may use; undefined where there is no such organization. */
export async function findQuota(
  db: Executor,
  id: OrganizationId,
  defaultQuota: Quota,
): Promise<OrganizationQuota | undefined> {
  const [row] = await db
    .select({ quota: organizationQuotas })
    .from(organizations)
    .leftJoin(organizationQuotas, eq(organizationQuotas.organizationId, organizations.id))
    .where(eq(organizations.id, id));
  if (row === undefined) return undefined;
  if (row.quota === null) return { quota: defaultQuota, isDefault: true, version: 1 };
  const { stores: storeLimit, cpuMillis, memoryMib, storageGib, createsPerHour, version } = row.quota;
  return {
    quota: { stores: storeLimit, cpuMillis, memoryMib, storageGib, createsPerHour },
    isDefault: false,
    version,
  };
}

/** Sets what an organization may use. */
export async function putQuota(tx: Transaction, id: OrganizationId, quota: Quota, version: number): Promise<void> {
  const row = { organizationId: id, ...quota, version, updatedAt: sql`clock_timestamp()` };
  await tx
    .insert(organizationQuotas)
    .values(row)
    .onConflictDoUpdate({ target: organizationQuotas.organizationId, set: row });
}

/** What the stores of an organization use together, failed ones included, and how many it created within the last hour. */
export async function quotaUse(db: Executor, id: OrganizationId): Promise<Quota> {
  const byPlan = await db
    .select({ plan: stores.plan, count: count() })
    .from(stores)
    .where(and(eq(stores.organizationId, id), ne(stores.phase, 'deleted')))
    .groupBy(stores.plan);
  const [recent] = await db.select({ count: count() }).from(operations).where(createdWithinAnHour(id));
  const use = { stores: 0, cpuMillis: 0, memoryMib: 0, storageGib: 0, createsPerHour: recent?.count ?? 0 };
  for (const { plan, count: ofPlan } of byPlan) {
    const one = useOfPlan(plan);
    use.stores += ofPlan;
    use.cpuMillis += ofPlan * one.cpuMillis;
    use.memoryMib += ofPlan * one.memoryMib;
    use.storageGib += ofPlan * one.storageGib;
  }
  return use;
}

/** In how many seconds an organization that may create `limit` stores an hour may create the next one. */
export async function secondsUntilCreate(db: Executor, id: OrganizationId, limit: number): Promise<number> {
  if (limit === 0) return 3600;
  const [row] = await db
    .select({
      seconds: sql<number>`ceil(extract(epoch from ${operations.createdAt} + interval '1 hour' - clock_timestamp()))::int`,
    })
    .from(operations)
    .where(createdWithinAnHour(id))
    .orderBy(desc(operations.createdAt))
    .offset(limit - 1)
    .limit(1);
  return Math.max(1, row?.seconds ?? 1);
}

function createdWithinAnHour(id: OrganizationId) {
  return and(
    eq(operations.organizationId, id),
    eq(operations.kind, 'provision'),
    gt(operations.createdAt, sql`clock_timestamp() - interval '1 hour'`),
  );
}
