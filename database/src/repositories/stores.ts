import { AppError } from '@shopwright/contract/errors';
import type { OrganizationId, StoreId } from '@shopwright/contract/ids';
import type { StorePhase } from '@shopwright/contract/phases';
import { and, count, desc, eq, ilike, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Executor, Transaction } from '../connection.ts';
import { stores, type StoreRow } from '../schema/index.ts';
import { within, type Visibility } from '../visibility.ts';

const owned = { organizationId: stores.organizationId, storeId: stores.id };

/** A store, where the caller may see it. */
export async function findStore(db: Executor, visibility: Visibility, id: StoreId): Promise<StoreRow | undefined> {
  const [row] = await db
    .select()
    .from(stores)
    .where(and(eq(stores.id, id), within(visibility, owned)));
  return row;
}

/** Reads a store and keeps everybody else from changing it until the transaction ends. Throws STORE_NOT_FOUND. */
export async function lockStore(tx: Transaction, visibility: Visibility, id: StoreId): Promise<StoreRow> {
  const [row] = await tx
    .select()
    .from(stores)
    .where(and(eq(stores.id, id), within(visibility, owned)))
    .for('no key update');
  if (row === undefined) throw new AppError('STORE_NOT_FOUND', { params: { storeId: id } });
  return row;
}

export type StoreChange = Partial<
  Pick<StoreRow, 'phase' | 'failure' | 'readyAt' | 'deletedAt' | 'credentialsRevealedAt'>
>;

/** Changes a store that the transaction has locked; every change moves the version. */
export async function updateStore(tx: Transaction, id: StoreId, change: StoreChange): Promise<StoreRow> {
  const [row] = await tx
    .update(stores)
    .set({ ...change, updatedAt: sql`clock_timestamp()`, version: sql`${stores.version} + 1` })
    .where(eq(stores.id, id))
    .returning();
  if (row === undefined) throw new AppError('STORE_NOT_FOUND', { params: { storeId: id } });
  return row;
}

/** Where a page of stores goes on: the last row of the page before. */
export interface StorePosition {
  createdAt: Date;
  id: string;
}

export interface StoreFilter {
  phases?: readonly StorePhase[];
  engineId?: string;
  organizationId?: OrganizationId;
  /** Part of the name or the slug, in any case. */
  search?: string;
  after?: StorePosition;
  limit: number;
}

/** Stores, newest first; deleted ones only where their phase is asked for. */
export async function listStores(
  db: Executor,
  visibility: Visibility,
  filter: StoreFilter,
): Promise<readonly StoreRow[]> {
  return db
    .select()
    .from(stores)
    .where(and(within(visibility, owned), ...storeConditions(filter)))
    .orderBy(desc(stores.createdAt), desc(stores.id))
    .limit(filter.limit);
}

function storeConditions(filter: StoreFilter): (SQL | undefined)[] {
  const conditions: (SQL | undefined)[] = [
    filter.phases === undefined ? ne(stores.phase, 'deleted') : inArray(stores.phase, [...filter.phases]),
  ];
  if (filter.engineId !== undefined) conditions.push(eq(stores.engineId, filter.engineId));
  if (filter.organizationId !== undefined) conditions.push(eq(stores.organizationId, filter.organizationId));
  if (filter.search !== undefined) {
    const pattern = `%${filter.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    conditions.push(or(ilike(stores.name, pattern), ilike(stores.slug, pattern)));
  }
  if (filter.after !== undefined) {
    const { createdAt, id } = filter.after;
    conditions.push(sql`(${stores.createdAt}, ${stores.id}) < (${createdAt.toISOString()}::timestamptz, ${id})`);
  }
  return conditions;
}

/** Stores that exist, failed ones included, of all organizations together. */
export async function countLiveStores(db: Executor): Promise<number> {
  const [row] = await db.select({ count: count() }).from(stores).where(ne(stores.phase, 'deleted'));
  return row?.count ?? 0;
}

export async function countStoresByPhase(db: Executor): Promise<Readonly<Partial<Record<StorePhase, number>>>> {
  const rows = await db.select({ phase: stores.phase, count: count() }).from(stores).groupBy(stores.phase);
  return Object.fromEntries(rows.map((row) => [row.phase, row.count]));
}

export async function isSlugTaken(db: Executor, slug: string): Promise<boolean> {
  const rows = await db
    .select({ id: stores.id })
    .from(stores)
    .where(and(eq(stores.slug, slug), ne(stores.phase, 'deleted')));
  return rows.length > 0;
}

/** Marks the one reveal of the password; false where it was revealed before or the store is not ready. */
export async function claimCredentialsReveal(tx: Transaction, visibility: Visibility, id: StoreId): Promise<boolean> {
  const rows = await tx
    .update(stores)
    .set({ credentialsRevealedAt: sql`clock_timestamp()`, version: sql`${stores.version} + 1` })
    .where(
      and(
        eq(stores.id, id),
        within(visibility, owned),
        eq(stores.phase, 'ready'),
        isNull(stores.credentialsRevealedAt),
      ),
    )
    .returning({ id: stores.id });
  return rows.length > 0;
}
