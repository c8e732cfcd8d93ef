import { assertNever } from '@shopwright/contract/errors';
import { systemActor, type Actor, type EventType } from '@shopwright/contract/events';
import type { OperationId, StoreId } from '@shopwright/contract/ids';
import type { OperationOutcome } from '@shopwright/contract/operations';
import { nextPhase, type StorePhase, type StoreTransition } from '@shopwright/contract/phases';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../connection.ts';
import { appendEvents, type NewEvent } from '../repositories/events.ts';
import { lockOperation } from '../repositories/operations.ts';
import { lockStore, updateStore } from '../repositories/stores.ts';
import { operationSteps, operations, type EventData, type OperationRow, type StoredFailure } from '../schema/index.ts';
import { platformWide } from '../visibility.ts';

export interface ClosedOperation {
  operationId: OperationId;
  outcome: OperationOutcome;
  /** Set unless it succeeded. */
  failure: StoredFailure | null;
}

/** Notes that an operation undoes what it made. */
export async function markCompensating(db: Database, id: OperationId, failure: StoredFailure): Promise<void> {
  await db.transaction(async (tx) => {
    const operation = await lockOperation(tx, id);
    if (operation.endedAt !== null) return;
    await tx.update(operations).set({ state: 'compensating', failure }).where(eq(operations.id, id));
    await appendEvents(tx, [
      {
        ...ofOperation(operation),
        type: 'operation.compensating',
        data: failureData(failure),
        dedupeKey: `${id}/compensating`,
      },
    ]);
  });
}

/**
 * Ends an operation and moves its store, once: a repeated close changes nothing. A store that has a newer operation keeps the
 * phase that the newer one gave it.
 */
export async function closeOperation(db: Database, closed: ClosedOperation): Promise<void> {
  await db.transaction(async (tx) => {
    const operation = await findAndLock(tx, closed.operationId);
    if (operation.endedAt !== null) return;
    await tx
      .update(operations)
      .set({ state: closed.outcome, failure: closed.failure, endedAt: sql`clock_timestamp()` })
      .where(eq(operations.id, operation.id));
    await closeSteps(tx, closed);
    const phaseEvents = await moveStore(tx, operation, closed);
    await appendEvents(tx, [
      {
        ...ofOperation(operation),
        type: outcomeEvent(closed.outcome),
        data:
          closed.failure === null ? { kind: operation.kind } : { kind: operation.kind, ...failureData(closed.failure) },
        dedupeKey: `${operation.id}/closed`,
      },
      ...phaseEvents,
    ]);
  });
}

/** The store first: every transaction that locks both takes them in this order. */
async function findAndLock(tx: Transaction, id: OperationId): Promise<OperationRow> {
  const [found] = await tx.select({ storeId: operations.storeId }).from(operations).where(eq(operations.id, id));
  if (found !== undefined) await lockStore(tx, platformWide, found.storeId);
  return lockOperation(tx, id);
}

async function closeSteps(tx: Transaction, closed: ClosedOperation): Promise<void> {
  const ofOpen = (states: ('active' | 'retrying' | 'pending')[]) =>
    and(eq(operationSteps.operationId, closed.operationId), inArray(operationSteps.state, states));
  await tx
    .update(operationSteps)
    .set({
      state: 'failed',
      endedAt: sql`clock_timestamp()`,
      failure: sql`coalesce(${operationSteps.failure}, ${JSON.stringify(closed.failure)}::jsonb)`,
    })
    .where(ofOpen(['active', 'retrying']));
  await tx
    .update(operationSteps)
    .set({ state: 'skipped' })
    .where(ofOpen(['pending']));
}

async function moveStore(
  tx: Transaction,
  operation: OperationRow,
  closed: ClosedOperation,
): Promise<readonly NewEvent[]> {
  const [newest] = await tx
    .select({ id: operations.id })
    .from(operations)
    .where(eq(operations.storeId, operation.storeId))
    .orderBy(desc(operations.createdAt), desc(operations.id))
    .limit(1);
  const store = await lockStore(tx, platformWide, operation.storeId);
  const after = nextPhase(store.phase, transitionOf(operation, closed.outcome));
  if (newest?.id !== operation.id || after === undefined) return [];
  await updateStore(tx, store.id, { phase: after, failure: closed.failure, ...momentsOf(after) });
  const changed: NewEvent = {
    ...ofOperation(operation),
    type: 'store.phase-changed',
    data: { before: store.phase, after },
    dedupeKey: `${operation.id}/phase`,
  };
  if (after !== 'deleted') return [changed];
  return [changed, { ...ofOperation(operation), type: 'store.deleted', dedupeKey: `${operation.id}/deleted` }];
}

function transitionOf(operation: OperationRow, outcome: OperationOutcome): StoreTransition {
  if (outcome !== 'succeeded') return 'operationFailed';
  return operation.kind === 'delete' ? 'deleted' : 'provisioned';
}

function momentsOf(phase: StorePhase): { readyAt?: Date; deletedAt?: Date } {
  if (phase === 'ready') return { readyAt: new Date() };
  return phase === 'deleted' ? { deletedAt: new Date() } : {};
}

function outcomeEvent(outcome: OperationOutcome): EventType {
  switch (outcome) {
    case 'succeeded':
      return 'operation.succeeded';
    case 'failed':
      return 'operation.failed';
    case 'cancelled':
      return 'operation.cancelled';
    default:
      return assertNever(outcome);
  }
}

function ofOperation(operation: OperationRow): { actor: Actor; storeId: StoreId; operationId: OperationId } {
  return { actor: systemActor, storeId: operation.storeId, operationId: operation.id };
}

function failureData(failure: StoredFailure): EventData {
  return { code: failure.code, detail: failure.detail, leftovers: [...(failure.leftovers ?? [])] };
}
