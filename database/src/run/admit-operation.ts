import { systemActor } from '@shopwright/contract/events';
import type { OperationId, StoreId } from '@shopwright/contract/ids';
import { nextPhase } from '@shopwright/contract/phases';
import { and, count, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { lockForTransaction } from '../advisory-locks.ts';
import type { Database, Executor, Transaction } from '../connection.ts';
import { appendEvents } from '../repositories/events.ts';
import { listWaiting } from '../repositories/operations.ts';
import { lockStore, updateStore } from '../repositories/stores.ts';
import { operations, type OperationRow } from '../schema/index.ts';
import { platformWide } from '../visibility.ts';

export type Admission = { admitted: true } | { admitted: false; position: number };

/**
 * Takes one of `limit` places for an operation, first come, first served; asking again is harmless. Otherwise tells its place
 * in the line, 1 = next.
 */
export async function admitOperation(db: Database, id: OperationId, limit: number): Promise<Admission> {
  return db.transaction(async (tx) => {
    await lockForTransaction(tx, 'admission');
    const waiting = await listWaiting(tx);
    const index = waiting.findIndex((operation) => operation.id === id);
    const own = waiting[index];
    if (own === undefined) return { admitted: true };
    const free = limit - (await countAdmitted(tx));
    if (index >= free) return { admitted: false, position: index + 1 };
    await admit(tx, id, own.storeId);
    return { admitted: true };
  });
}

/** Waiting operations for which there is a place now. */
export async function listAdmissible(db: Executor, limit: number): Promise<readonly OperationRow[]> {
  const [waiting, admitted] = [await listWaiting(db), await countAdmitted(db)];
  return waiting.slice(0, Math.max(0, limit - admitted));
}

async function countAdmitted(db: Executor): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(operations)
    .where(and(isNotNull(operations.admittedAt), isNull(operations.endedAt)));
  return row?.count ?? 0;
}

async function admit(tx: Transaction, id: OperationId, storeId: StoreId): Promise<void> {
  const store = await lockStore(tx, platformWide, storeId);
  await tx
    .update(operations)
    .set({ admittedAt: sql`clock_timestamp()`, state: 'running' })
    .where(eq(operations.id, id));
  const after = nextPhase(store.phase, 'operationStarted');
  if (after === undefined) return;
  await updateStore(tx, store.id, { phase: after });
  await appendEvents(tx, [
    {
      type: 'store.phase-changed',
      actor: systemActor,
      storeId: store.id,
      operationId: id,
      data: { before: store.phase, after },
      dedupeKey: `${id}/admitted`,
    },
  ]);
}
