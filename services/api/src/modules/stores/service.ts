import { AppError } from '@shopwright/contract/errors';
import type { OrganizationId, StoreId } from '@shopwright/contract/ids';
import type { OperationSummary } from '@shopwright/contract/schemas/operation';
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
  type Visibility,
  type StoreLimits,
  type StoreRow,
} from '@shopwright/database';
import { seal, storeAddress, type StoreAddressConfig } from '@shopwright/runtime';
import { z } from 'zod';
import { decodeCursor, encodeCursor, pageOfRows } from '../../http/cursor.ts';
import { remembered } from '../../http/remembered.ts';
import type { ChangeContext } from '../request-context.ts';
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

export interface NewStoreRequest extends ChangeContext {
  organizationId: OrganizationId;
}

export interface ExistingStore extends ChangeContext {
  storeId: StoreId;
  /** From If-Match. */
  expectedVersion?: number;
}

export type StoreService = ReturnType<typeof createStoreService>;

const listedOperations = 20;
/** What a worker announces is seen this late. */
const enginesMaxAgeMs = 1000;
const positionSchema = z.tuple([z.iso.datetime({ precision: 3 }), z.string()]);

/** Accepts and reads stores. Every change is one transaction; the worker carries it out from there. */
export function createStoreService({ db, operations, address, limits, sealingKey }: StoreServiceOptions) {
  const sealing = (password: string | undefined) =>
    password === undefined ? {} : { sealPassword: (storeId: StoreId) => seal(sealingKey, storeId, password) };

  const engines = remembered(() => listEngines(db), enginesMaxAgeMs);

  const view = async (row: StoreRow, operation: OperationSummary | null): Promise<StoreView> => {
    const engine = (await engines()).find((candidate) => candidate.id === row.engineId);
    return storeView({ row, engine, operation, address });
  };

  const newestOf = async (visibility: Visibility, id: StoreId): Promise<OperationSummary | null> => {
    const [newest] = await operations.summaries(await listOperations(db, visibility, id, 1));
    return newest ?? null;
  };

  const viewAll = async (rows: readonly StoreRow[]): Promise<StoreView[]> => {
    const ids = rows.map((row) => row.id);
    const summaries = await operations.summaries([...(await newestOperations(db, ids)).values()]);
    const byStore = new Map(summaries.map((summary) => [summary.storeId, summary]));
    return Promise.all(rows.map((row) => view(row, byStore.get(row.id) ?? null)));
  };

  const readRow = async (visibility: Visibility, id: StoreId): Promise<StoreRow> => {
    const row = await findStore(db, visibility, id);
    if (row === undefined) throw new AppError('STORE_NOT_FOUND', { params: { storeId: id } });
    return row;
  };

  const accepted = async (
    { visibility }: ChangeContext,
    { storeId, operationId, isReplay }: AcceptedOperation,
  ): Promise<Accepted> => {
    const [row, operation] = await Promise.all([readRow(visibility, storeId), operations.get(visibility, operationId)]);
    return { store: await view(row, isReplay ? await newestOf(visibility, storeId) : operation), operation };
  };

  return {
    /** Throws what `createStore` of the database throws, ENGINE_UNKNOWN and ENGINE_UNAVAILABLE. */
    create: async (body: CreateStoreBody, request: NewStoreRequest): Promise<Accepted> => {
      const engine = chooseEngine(await engines(), body.engine);
      const hostOf = (slug: string): string => storeAddress(slug, address).host;
      const created = newStore(body, { engine, organizationId: request.organizationId, hostOf });
      return accepted(
        request,
        await createStore(db, { ...request, ...created, limits, ...sealing(body.adminPassword) }),
      );
    },

    retry: async (body: RetryStoreBody, request: ExistingStore): Promise<Accepted> =>
      accepted(request, await retryStore(db, { ...request, ...sealing(body.adminPassword) })),

    delete: async (request: ExistingStore): Promise<Accepted> => accepted(request, await deleteStore(db, request)),

    /** Throws STORE_NOT_FOUND. */
    get: async (visibility: Visibility, id: StoreId): Promise<StoreDetail> => {
      // One after the other: a store that is not for the caller costs the same as one that does not exist.
      const row = await readRow(visibility, id);
      const history = await listOperations(db, visibility, id, listedOperations);
      const summaries = await operations.summaries(history);
      const [newest] = history;
      const [store, steps] = await Promise.all([
        view(row, summaries[0] ?? null),
        newest === undefined ? [] : operations.get(visibility, newest.id).then((operation) => operation.steps),
      ]);
      return { ...store, steps, operations: [...summaries], serverNow: new Date().toISOString() };
    },

    list: async (
      visibility: Visibility,
      query: ListStoresQuery,
    ): Promise<{ items: StoreView[]; nextCursor: string | null }> => {
      const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, positionSchema);
      const found = await listStores(db, visibility, {
        ...(query.phase && { phases: query.phase }),
        ...(query.engine !== undefined && { engineId: query.engine }),
        ...(query.organization !== undefined && { organizationId: query.organization }),
        ...(query.search !== undefined && { search: query.search }),
        ...(after && { after: { createdAt: new Date(after[0]), id: after[1] } }),
        limit: query.limit + 1,
      });
      const page = pageOfRows(found, query.limit, (row) => encodeCursor([row.createdAt.toISOString(), row.id]));
      return { items: await viewAll(page.rows), nextCursor: page.nextCursor };
    },
  };
}
