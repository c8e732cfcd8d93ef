import { AppError } from '@shopwright/contract/errors';
import type { OperationId, StoreId } from '@shopwright/contract/ids';
import type { OperationState } from '@shopwright/contract/operations';
import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Executor, Transaction } from '../connection.ts';
import { operations, type OperationRow } from '../schema/index.ts';
import { within, type Visibility } from '../visibility.ts';

/** An operation, where the caller may see it. */
export async function findOperation(
  db: Executor,
  visibility: Visibility,
  id: OperationId,
): Promise<OperationRow | undefined> {
  const [row] = await db
    .select()
    .from(operations)
    .where(and(eq(operations.id, id), within(visibility, operations)));
  return row;
}

/** Reads an operation for a change within the transaction. Throws OPERATION_NOT_FOUND. */
export async function lockOperation(tx: Transaction, id: OperationId): Promise<OperationRow> {
  const [row] = await tx.select().from(operations).where(eq(operations.id, id)).for('no key update');
  if (row === undefined) throw new AppError('OPERATION_NOT_FOUND', { params: { operationId: id } });
  return row;
}

/** Operations of a store, newest first. */
export async function listOperations(
  db: Executor,
  visibility: Visibility,
  storeId: StoreId,
  limit: number,
): Promise<readonly OperationRow[]> {
  return db
    .select()
    .from(operations)
    .where(and(eq(operations.storeId, storeId), within(visibility, operations)))
    .orderBy(desc(operations.createdAt), desc(operations.id))
    .limit(limit);
}

/** The newest operation of each store. */
export async function newestOperations(
  db: Executor,
  storeIds: readonly StoreId[],
): Promise<ReadonlyMap<StoreId, OperationRow>> {
  if (storeIds.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([operations.storeId])
    .from(operations)
    .where(inArray(operations.storeId, [...storeIds]))
    .orderBy(operations.storeId, desc(operations.createdAt), desc(operations.id));
  return new Map(rows.map((row) => [row.storeId, row]));
}

export async function countOperationsByState(db: Executor): Promise<Readonly<Partial<Record<OperationState, number>>>> {
  const rows = await db.select({ state: operations.state, count: count() }).from(operations).groupBy(operations.state);
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}

export async function countFailuresByCode(db: Executor): Promise<Readonly<Record<string, number>>> {
  const code = sql<string>`${operations.failure} ->> 'code'`;
  const rows = await db
    .select({ code, count: count() })
    .from(operations)
    .where(eq(operations.state, 'failed'))
    .groupBy(code);
  return Object.fromEntries(rows.map((row) => [row.code, row.count]));
}

/** Operations that have not ended and whose workflow was told of them, oldest first. */
export async function listOpenOperations(db: Executor): Promise<readonly OperationRow[]> {
  return db
    .select()
    .from(operations)
    .where(isNull(operations.endedAt))
    .orderBy(asc(operations.createdAt), asc(operations.id));
}
