import { storesRoutes } from '@shopwright/contract/routes/stores';
import { eventCategory } from '@shopwright/contract/events';
import type { EventView } from '@shopwright/contract/schemas/event';
import type { StoreView } from '@shopwright/contract/schemas/store';
import type { QueryClient } from '@tanstack/react-query';
import { callApi } from './api-client.ts';
import { queryKeys } from './queries.ts';

/** How long events are gathered before anything is read again. */
const gatherMs = 250;
/** More changed stores than these are read as a list instead of one by one. */
const mostSingleReads = 8;

/** Reads again what events changed, once for all events of a moment. */
export function createRefresher(client: QueryClient) {
  let storeIds = new Set<string>();
  let isNumberOfStoresNew = false;
  let isAuditNews = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    timer = undefined;
    void refreshStores(client, storeIds);
    for (const id of storeIds) void client.invalidateQueries({ queryKey: queryKeys.store(id) });
    // Every open timeline, not only that of the event: a place in the line depends on the others.
    void client.invalidateQueries({ queryKey: queryKeys.operations });
    if (isNumberOfStoresNew) {
      void client.invalidateQueries({ queryKey: queryKeys.platform });
      void client.invalidateQueries({ queryKey: queryKeys.slugs });
    }
    if (isAuditNews) {
      void client.invalidateQueries({ queryKey: queryKeys.audit });
      void client.invalidateQueries({ queryKey: queryKeys.metrics });
    }
    storeIds = new Set();
    isNumberOfStoresNew = false;
    isAuditNews = false;
  };

  return {
    noteEvent: (event: EventView): void => {
      const isAudit = eventCategory(event.type) === 'audit';
      if (isAudit) isAuditNews = true;
      if (isAudit && event.storeId !== null) storeIds.add(event.storeId);
      if (event.type === 'store.created' || event.type === 'store.deleted') isNumberOfStoresNew = true;
      timer ??= setTimeout(flush, gatherMs);
    },
    refreshAll: (): void => void client.invalidateQueries(),
  };
}

async function refreshStores(client: QueryClient, ids: ReadonlySet<string>): Promise<void> {
  const lists = client.getQueriesData<StoreView[]>({ queryKey: queryKeys.stores });
  if (ids.size === 0 || lists.length === 0) return;
  if (ids.size > mostSingleReads) return client.invalidateQueries({ queryKey: queryKeys.stores });
  await Promise.all([...ids].map((id) => refreshStore(client, id)));
}

async function refreshStore(client: QueryClient, id: string): Promise<void> {
  const store = await callApi(storesRoutes.getStore, { params: { id } }).catch(() => undefined);
  if (store === undefined) return;
  const isDeleted = store.phase === 'deleted';
  client.setQueryData<StoreView[]>(queryKeys.storeList(false), (list) => place(list, store, !isDeleted));
  client.setQueryData<StoreView[]>(queryKeys.storeList(true), (list) => place(list, store, isDeleted));
}

/** Puts a store where it belongs in a list, newest first, or takes it out. */
export function place(list: StoreView[] | undefined, store: StoreView, belongs: boolean): StoreView[] | undefined {
  if (list === undefined) return undefined;
  const index = list.findIndex((known) => known.id === store.id);
  if (!belongs) return index === -1 ? list : list.toSpliced(index, 1);
  if (index !== -1) return list.with(index, store);
  const newer = list.findIndex((known) => known.createdAt < store.createdAt);
  return newer === -1 ? [...list, store] : list.toSpliced(newer, 0, store);
}
