import { systemActor } from '@shopwright/contract/events';
import { AppError } from '@shopwright/contract/errors';
import type { OperationId } from '@shopwright/contract/ids';
import { nextPhase } from '@shopwright/contract/phases';
import { eq, sql } from 'drizzle-orm';
import { lockForTransaction } from '../advisory-locks.ts';
import type { Database, Executor, Transaction } from '../connection.ts';
import { appendEvents } from '../repositories/events.ts';
import { countAdmitted, listFirstInLine, queuePositions } from '../repositories/line.ts';
import { lockStore, updateStore } from '../repositories/stores.ts';
import { operations, type OperationRow } from '../schema/index.ts';
import { platformWide } from '../visibility.ts';

export type Admission = { admitted: true } | { admitted: false; position: number };

/**
 * Takes one of `limit` places for an operation that is far enough in front of the line; asking again is harmless. Otherwise
 * tells its place in the line, 1 = next.
 */
export async function admitOperation(db: Database, id: OperationId, limit: number): Promise<Admission> {
  return db.transaction(async (tx) => {
    await lockForTransaction(tx, 'admission');
    const position = (await queuePositions(tx, [id])).get(id);
    if (position === undefined) return { admitted: true };
    if (position > limit - (await countAdmitted(tx))) return { admitted: false, position };
    await admit(tx, id);
    return { admitted: true };
  });
}

/** Waiting operations for which there is a place now. */
export async function listAdmissible(db: Executor, limit: number): Promise<readonly OperationRow[]> {
  return listFirstInLine(db, limit - (await countAdmitted(db)));
}

async function admit(tx: Transaction, id: OperationId): Promise<void> {
  const [operation] = await tx.select({ storeId: operations.storeId }).from(operations).where(eq(operations.id, id));
  if (operation === undefined) throw new AppError('OPERATION_NOT_FOUND', { params: { operationId: id } });
  const store = await lockStore(tx, platformWide, operation.storeId);
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
