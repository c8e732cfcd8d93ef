import { AppError } from '@shopwright/contract/errors';
import type { OperationId } from '@shopwright/contract/ids';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Executor, Transaction } from '../connection.ts';
import { idempotencyKeys } from '../schema/index.ts';

export interface IdempotencyKey {
  /** Actor id: two people may use the same key. */
  scope: string;
  key: string;
  /** SHA-256 in hex of method, path and body. */
  requestHash: string;
}

/** The operation that an earlier request with this key made. Throws IDEMPOTENCY_KEY_REUSED for another request. */
export async function findIdempotentOperation(db: Executor, key: IdempotencyKey): Promise<OperationId | undefined> {
  const [row] = await db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.scope, key.scope), eq(idempotencyKeys.key, key.key)));
  if (row === undefined) return undefined;
  if (row.requestHash !== key.requestHash) throw new AppError('IDEMPOTENCY_KEY_REUSED');
  return row.operationId;
}

/** Serialises requests with the same key for the rest of the transaction, so that the second one finds the first. */
export async function lockIdempotencyKey(tx: Transaction, key: IdempotencyKey): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${key.scope}\n${key.key}`}, 0))`);
}

export async function putIdempotencyKey(tx: Transaction, key: IdempotencyKey, operationId: OperationId): Promise<void> {
  await tx.insert(idempotencyKeys).values({ ...key, operationId });
}

/** Forgets keys that are older; returns how many. */
export async function pruneIdempotencyKeys(db: Executor, olderThan: Date): Promise<number> {
  const rows = await db
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, olderThan))
    .returning({ key: idempotencyKeys.key });
  return rows.length;
}
