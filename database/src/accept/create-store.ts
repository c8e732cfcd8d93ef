import { AppError } from '@shopwright/contract/errors';
import { newOperationId, newStoreId, randomBase32, type OperationId, type StoreId } from '@shopwright/contract/ids';
import type { Quota } from '@shopwright/contract/quotas';
import { withSuffix } from '@shopwright/contract/slugs';
import { lockForTransaction } from '../advisory-locks.ts';
import type { Database, Transaction } from '../connection.ts';
import { appendEvents } from '../repositories/events.ts';
import {
  findIdempotentOperation,
  lockIdempotencyKey,
  putIdempotencyKey,
  type IdempotencyKey,
} from '../repositories/idempotency-keys.ts';
import { findOperation } from '../repositories/operations.ts';
import { putSealedSecret, type SealedText } from '../repositories/sealed-secrets.ts';
import { countLiveStores, isSlugTaken } from '../repositories/stores.ts';
import { stores, type NewStoreRow } from '../schema/index.ts';
import { platformWide } from '../visibility.ts';
import { requireQuota } from './require-quota.ts';
import { insertOperation, type Request } from './operation.ts';

export interface CreateStore extends Request {
  store: Omit<NewStoreRow, 'id' | 'phase' | 'version'>;
  /** A derived slug that is taken gets a suffix; a chosen one is refused. */
  isSlugDerived: boolean;
  limits: StoreLimits;
  /** Seals for the id that the store gets: the id is part of what is authenticated. */
  sealPassword?: (storeId: StoreId) => SealedText;
  idempotencyKey?: IdempotencyKey;
}

export interface StoreLimits {
  /** Of all organizations together. */
  maxStores: number;
  /** Of an organization for which no operator has set another one. */
  defaultQuota: Quota;
}

export interface AcceptedOperation {
  storeId: StoreId;
  operationId: OperationId;
  /** True where an earlier request with the same idempotency key had made it. */
  isReplay: boolean;
}

/**
 * Store, operation, steps, command, event, sealed password and idempotency key in one transaction: all of it or nothing.
 * Throws STORE_NAME_TAKEN, STORE_LIMIT_REACHED, IDEMPOTENCY_KEY_REUSED and a code of the quota that is used up.
 */
export async function createStore(db: Database, create: CreateStore): Promise<AcceptedOperation> {
  return db.transaction(async (tx) => {
    const replayed = await replayOf(tx, create.idempotencyKey);
    if (replayed !== undefined) return replayed;
    await lockForTransaction(tx, 'createStore');
    await requireRoom(tx, create);
    const slug = await freeSlug(tx, create);
    const storeId = newStoreId();
    const operationId = newOperationId();
    await tx.insert(stores).values({ ...create.store, slug, id: storeId });
    if (create.sealPassword !== undefined) await putSealedSecret(tx, storeId, create.sealPassword(storeId));
    await insertOperation(
      tx,
      { id: operationId, storeId, organizationId: create.store.organizationId, kind: 'provision' },
      create,
    );
    if (create.idempotencyKey !== undefined) await putIdempotencyKey(tx, create.idempotencyKey, operationId);
    await appendCreateEvents(tx, { ...create, store: { ...create.store, slug } }, storeId, operationId);
    return { storeId, operationId, isReplay: false };
  });
}

/** What an earlier request with the same key made; later requests with it wait until then. */
export async function replayOf(
  tx: Transaction,
  key: IdempotencyKey | undefined,
): Promise<AcceptedOperation | undefined> {
  if (key === undefined) return undefined;
  await lockIdempotencyKey(tx, key);
  const operationId = await findIdempotentOperation(tx, key);
  const operation = operationId === undefined ? undefined : await findOperation(tx, platformWide, operationId);
  return operation && { storeId: operation.storeId, operationId: operation.id, isReplay: true };
}

async function requireRoom(tx: Transaction, { store, limits }: CreateStore): Promise<void> {
  await requireQuota(tx, store, limits.defaultQuota);
  if ((await countLiveStores(tx)) >= limits.maxStores) throw new AppError('STORE_LIMIT_REACHED');
}

async function freeSlug(tx: Transaction, create: CreateStore): Promise<string> {
  const { slug } = create.store;
  if (!(await isSlugTaken(tx, slug))) return slug;
  if (!create.isSlugDerived) throw new AppError('STORE_NAME_TAKEN', { params: { slug } });
  return withSuffix(slug, randomBase32(6));
}

async function appendCreateEvents(
  tx: Transaction,
  create: CreateStore,
  storeId: StoreId,
  operationId: OperationId,
): Promise<void> {
  const { actor, source, store } = create;
  const common = {
    actor,
    source,
    storeId,
    operationId,
    ...(create.reason === undefined ? {} : { reason: create.reason }),
  };
  const after = {
    name: store.name,
    slug: store.slug,
    engine: store.engineId,
    plan: store.plan,
    organization: store.organizationId,
  };
  await appendEvents(tx, [
    { ...common, type: 'store.created', data: { after: { ...after, phase: 'queued' } } },
    { ...common, type: 'operation.accepted', data: { kind: 'provision' } },
  ]);
}
