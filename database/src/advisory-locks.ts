import { sql } from 'drizzle-orm';
import type { Transaction } from './connection.ts';

/** Keys of the advisory locks of this database; each protects one invariant that spans rows. */
const lockKeys = {
  /** Migrations run one at a time. */
  migrate: 7_301_001,
  /** Event ids become visible in their own order, so a reader that asks "after id n" misses none. */
  appendEvents: 7_301_002,
  /** Counting stores against a limit and inserting the next one. */
  createStore: 7_301_003,
  /** Counting running operations against the concurrency limit and admitting the next one. */
  admission: 7_301_004,
  /** Looking for an operator and making the first one. */
  firstOperator: 7_301_005,
} as const;

export type LockName = keyof typeof lockKeys;

export function lockKey(name: LockName): number {
  return lockKeys[name];
}

/** Waits for the lock and holds it until the transaction ends. */
export async function lockForTransaction(tx: Transaction, name: LockName): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${lockKeys[name]})`);
}
