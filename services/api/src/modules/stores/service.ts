import { AppError } from '@shopwright/contract/errors';
import type { StoreId } from '@shopwright/contract/ids';
import type { Accepted, StoreDetail, StoreView } from '@shopwright/contract/schemas/store';
import type { CreateStoreBody, ListStoresQuery, RetryStoreBody } from '@shopwright/contract/schemas/store-requests';
import {
  createStore,
  deleteStore,
  findStore,
  listEngines,
  listOperations,
  listStores,
  newestOperations,
  retryStore,
  type AcceptedOperation,
  type Database,
  type IdempotencyKey,
  type Request,
  type StoreLimits,
  type StoreRow,
} from '@shopwright/database';
import { seal, storeAddress, type StoreAddressConfig } from '@shopwright/runtime';
import { z } from 'zod';
import { decodeCursor, encodeCursor, pageOfRows } from '../../http/cursor.ts';
import type { OperationService } from '../operations/service.ts';
import { chooseEngine, newStore } from './new-store.ts';
import { storeView } from './store-view.ts';

export interface StoreServiceOptions {
  db: Database;
  operations: OperationService;
  address: StoreAddressConfig;
  limits: StoreLimits;
  /** Passwords that people choose are encrypted with it until they are Secrets of the store. */
  sealingKey: Buffer;
}

/** Who asks, from where, and under which idempotency key. */
export interface ChangeRequest extends Request {
  ownerId: string;
  idempotencyKey?: IdempotencyKey;
}

export interface ExistingStore extends ChangeRequest {
  storeId: StoreId;
  /** From If-Match. */
  expectedVersion?: number;
}

export type StoreService = ReturnType<typeof createStoreService>;

const listedOperations = 20;
const positionSchema = z.tuple([z.iso.datetime({ precision: 3 }), z.string()]);

/** Accepts and reads stores. Every change is one transaction; the worker carries it out from there. */
export function createStoreService({ db, operations, address, limits, sealingKey }: StoreServiceOptions) {
  const sealing = (password: string | undefined) =>
    password === undefined ? {} : { sealPassword: (storeId: StoreId) => seal(sealingKey, storeId, password) };

  const viewAll = async (rows: readonly StoreRow[]): Promise<StoreView[]> => {
    const [engines, newest] = await Promise.all([
      listEngines(db),
      newestOperations(
        db,
        rows.map((row) => row.id),
      ),
    ]);
    const summaries = await operations.summaries([...newest.values()]);
    return rows.map((row) =>
      storeView({
        row,
        engine: engines.find((engine) => engine.id === row.engineId),
        operation: summaries.find((summary) => summary.storeId === row.id) ?? null,
        address,
      }),
    );
  };

  const readRow = async (id: StoreId): Promise<StoreRow> => {
    const row = await findStore(db, id);
    if (row === undefined) throw new AppError('STORE_NOT_FOUND', { params: { storeId: id } });
    return row;
  };

  const viewOne = async (row: StoreRow): Promise<StoreView> => {
    const [view] = await viewAll([row]);
    if (view === undefined) throw new AppError('STORE_NOT_FOUND', { params: { storeId: row.id } });
    return view;
  };

  const accepted = async ({ storeId, operationId }: AcceptedOperation): Promise<Accepted> => {
    const [store, operation] = await Promise.all([readRow(storeId).then(viewOne), operations.get(operationId)]);
    return { store, operation };
  };

  return {
    /** Throws what `createStore` of the database throws, ENGINE_UNKNOWN and ENGINE_UNAVAILABLE. */
    create: async (body: CreateStoreBody, request: ChangeRequest): Promise<Accepted> => {
      const engine = chooseEngine(await listEngines(db), body.engine);
      const hostOf = (slug: string): string => storeAddress(slug, address).host;
      const created = newStore(body, { engine, ownerId: request.ownerId, hostOf });
      return accepted(await createStore(db, { ...request, ...created, limits, ...sealing(body.adminPassword) }));
    },

    retry: async (body: RetryStoreBody, request: ExistingStore): Promise<Accepted> =>
      accepted(await retryStore(db, { ...request, ...sealing(body.adminPassword) })),

    delete: async (request: ExistingStore): Promise<Accepted> => accepted(await deleteStore(db, request)),

    /** Throws STORE_NOT_FOUND. */
    get: async (id: StoreId): Promise<StoreDetail> => {
      const row = await readRow(id);
      const [store, history] = await Promise.all([viewOne(row), listOperations(db, id, listedOperations)]);
      const summaries = await operations.summaries(history);
      return { ...store, operations: [...summaries], serverNow: new Date().toISOString() };
    },

    list: async (query: ListStoresQuery): Promise<{ items: StoreView[]; nextCursor: string | null }> => {
      const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, positionSchema);
      const found = await listStores(db, {
        ...(query.phase && { phases: query.phase }),
        ...(query.engine !== undefined && { engineId: query.engine }),
        ...(query.owner !== undefined && { ownerId: query.owner }),
        ...(query.search !== undefined && { search: query.search }),
        ...(after && { after: { createdAt: new Date(after[0]), id: after[1] } }),
        limit: query.limit + 1,
      });
      const page = pageOfRows(found, query.limit, (row) => encodeCursor([row.createdAt.toISOString(), row.id]));
      return { items: await viewAll(page.rows), nextCursor: page.nextCursor };
    },
  };
}
