import { newOperationId, type StoreId } from '@shopwright/contract/ids';
import { isCancellable } from '@shopwright/contract/operations';
import { nextPhase, requireAction } from '@shopwright/contract/phases';
import { AppError } from '@shopwright/contract/errors';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../connection.ts';
import { appendEvents } from '../repositories/events.ts';
import { putIdempotencyKey, type IdempotencyKey } from '../repositories/idempotency-keys.ts';
import { putSealedSecret, type SealedText } from '../repositories/sealed-secrets.ts';
import { lockStore, updateStore } from '../repositories/stores.ts';
import { addCommand } from '../repositories/workflow-commands.ts';
import { operations, type OperationRow, type StoreRow } from '../schema/index.ts';
import { within, type Visibility } from '../visibility.ts';
import { replayOf, type AcceptedOperation } from './create-store.ts';
import { insertOperation, type Request } from './operation.ts';

export interface ChangeStore extends Request {
  /** A store outside of it does not exist for the caller. */
  visibility: Visibility;
  storeId: StoreId;
  /** The version that the caller has seen, from If-Match. */
  expectedVersion?: number;
  idempotencyKey?: IdempotencyKey;
}

export interface RetryStore extends ChangeStore {
  sealPassword?: (storeId: StoreId) => SealedText;
}

/** A failed store is provisioned again under the same id. Throws ACTION_NOT_ALLOWED, PRECONDITION_FAILED, STORE_NOT_FOUND. */
export async function retryStore(db: Database, retry: RetryStore): Promise<AcceptedOperation> {
  return acceptChange(db, retry, 'retry', async (tx, store) => {
    if (retry.sealPassword !== undefined) await putSealedSecret(tx, store.id, retry.sealPassword(store.id));
    await updateStore(tx, store.id, { phase: 'queued', failure: null, credentialsRevealedAt: null });
  });
}

/** A store is deleted; what still runs for it is cancelled first. Throws like `retryStore`. */
export async function deleteStore(db: Database, request: ChangeStore): Promise<AcceptedOperation> {
  return acceptChange(db, request, 'delete', async (tx, store) => {
    await requestCancelOfOpen(tx, store, request);
    await updateStore(tx, store.id, { phase: 'deleting', failure: null });
  });
}

async function acceptChange(
  db: Database,
  change: ChangeStore,
  action: 'retry' | 'delete',
  apply: (tx: Transaction, store: StoreRow) => Promise<void>,
): Promise<AcceptedOperation> {
  return db.transaction(async (tx) => {
    const replayed = await replayOf(tx, change.idempotencyKey);
    if (replayed !== undefined) return replayed;
    const store = await lockStore(tx, change.visibility, change.storeId);
    if (change.expectedVersion !== undefined && change.expectedVersion !== store.version) {
      throw new AppError('PRECONDITION_FAILED');
    }
    requireAction(store.phase, action);
    const after = nextPhase(store.phase, action === 'retry' ? 'retryAccepted' : 'deleteAccepted') ?? store.phase;
    await apply(tx, store);
    const operationId = newOperationId();
    await insertOperation(
      tx,
      { id: operationId, storeId: store.id, organizationId: store.organizationId, kind: action },
      change,
    );
    if (change.idempotencyKey !== undefined) await putIdempotencyKey(tx, change.idempotencyKey, operationId);
    const common = eventCommon(change, store.id);
    await appendEvents(tx, [
      { ...common, operationId, type: 'operation.accepted', data: { kind: action } },
      { ...common, operationId, type: 'store.phase-changed', data: { before: store.phase, after } },
    ]);
    return { storeId: store.id, operationId, isReplay: false };
  });
}

async function requestCancelOfOpen(tx: Transaction, store: StoreRow, request: Request): Promise<void> {
  const open = await tx
    .select()
    .from(operations)
    .where(and(eq(operations.storeId, store.id), isNull(operations.endedAt)))
    .for('no key update');
  for (const operation of open) await markCancelRequested(tx, operation, request);
}

export interface CancelOperation extends Request {
  /** An operation outside of it does not exist for the caller. */
  visibility: Visibility;
  idempotencyKey?: IdempotencyKey;
}

/**
 * Asks a running operation to stop and undo what it made. Asking again changes nothing. Throws OPERATION_NOT_FOUND,
 * ACTION_NOT_ALLOWED.
 */
export async function cancelOperation(
  db: Database,
  operationId: OperationRow['id'],
  request: CancelOperation,
): Promise<void> {
  await db.transaction(async (tx) => {
    if ((await replayOf(tx, request.idempotencyKey)) !== undefined) return;
    // The store first: every transaction that locks both takes them in this order.
    const [found] = await tx
      .select({ storeId: operations.storeId })
      .from(operations)
      .where(and(eq(operations.id, operationId), within(request.visibility, operations)));
    if (found === undefined) throw new AppError('OPERATION_NOT_FOUND', { params: { operationId } });
    const store = await lockStore(tx, request.visibility, found.storeId);
    const [operation] = await tx.select().from(operations).where(eq(operations.id, operationId)).for('no key update');
    if (operation === undefined) throw new AppError('OPERATION_NOT_FOUND', { params: { operationId } });
    if (operation.endedAt !== null || !isCancellable(operation.kind)) {
      throw new AppError('ACTION_NOT_ALLOWED', { params: { phase: store.phase, action: 'cancel' } });
    }
    await markCancelRequested(tx, operation, request);
    if (request.idempotencyKey !== undefined) await putIdempotencyKey(tx, request.idempotencyKey, operation.id);
  });
}

async function markCancelRequested(tx: Transaction, operation: OperationRow, request: Request): Promise<void> {
  if (operation.cancelRequestedAt !== null) return;
  await tx
    .update(operations)
    .set({ cancelRequestedAt: sql`clock_timestamp()` })
    .where(eq(operations.id, operation.id));
  await addCommand(tx, { storeId: operation.storeId, operationId: operation.id, command: 'cancel' });
  await appendEvents(tx, [
    { ...eventCommon(request, operation.storeId), operationId: operation.id, type: 'operation.cancel-requested' },
  ]);
}

function eventCommon(request: Request, storeId: StoreId) {
  const reason = request.reason === undefined ? {} : { reason: request.reason };
  return { actor: request.actor, source: request.source, storeId, ...reason };
}
