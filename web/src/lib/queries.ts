import { eventsRoutes } from '@shopwright/contract/routes/events';
import { operationsRoutes } from '@shopwright/contract/routes/operations';
import { platformRoutes } from '@shopwright/contract/routes/platform';
import { storesRoutes } from '@shopwright/contract/routes/stores';
import type { EventView } from '@shopwright/contract/schemas/event';
import type { HistoryPeriod } from '@shopwright/contract/schemas/provisioning-history';
import type { StoreView } from '@shopwright/contract/schemas/store';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { callApi } from './api-client.ts';
import { type AuditFilter, readAudit } from './read-audit.ts';
import { noteServerTime } from './server-clock.ts';

const pageSize = 100;
/** More stores than these are found by searching, not by scrolling. */
export const mostListedStores = 5000;
const mostLogLines = 1000;

export const queryKeys = {
  stores: ['stores'] as const,
  storeList: (deleted: boolean) => ['stores', deleted ? 'deleted' : 'live'] as const,
  slugs: ['slug'] as const,
  store: (id: string) => ['store', id] as const,
  pods: (storeId: string) => ['pods', storeId] as const,
  operations: ['operation'] as const,
  operation: (id: string) => ['operation', id] as const,
  operationLog: (id: string) => ['operation-log', id] as const,
  audit: ['audit'] as const,
  platform: ['platform'] as const,
  metrics: ['metrics'] as const,
  history: (period: HistoryPeriod) => ['metrics', 'history', period] as const,
  health: ['health'] as const,
};

/** Every store, newest first; deleted ones are a list of their own. */
export const storeListQuery = ({ deleted }: { deleted: boolean }) =>
  queryOptions({
    queryKey: queryKeys.storeList(deleted),
    queryFn: ({ signal }) => readAllStores(deleted, signal),
  });

async function readAllStores(deleted: boolean, signal: AbortSignal): Promise<StoreView[]> {
  const found: StoreView[] = [];
  let cursor: string | undefined;
  do {
    const page = await callApi(storesRoutes.listStores, {
      query: { limit: pageSize, cursor, phase: deleted ? 'deleted' : undefined },
      signal,
    });
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && found.length < mostListedStores);
  return found;
}

export const storeQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.store(id),
    queryFn: async ({ signal }) => {
      const store = await callApi(storesRoutes.getStore, { params: { id }, signal });
      noteServerTime(store.serverNow);
      return store;
    },
  });

/** No event tells how pods are: they are asked for again and again while somebody looks. */
export const podsQuery = (storeId: string) =>
  queryOptions({
    queryKey: queryKeys.pods(storeId),
    queryFn: ({ signal }) => callApi(storesRoutes.getStorePods, { params: { id: storeId }, signal }),
    staleTime: 2000,
    refetchInterval: 5000,
  });

export const operationQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.operation(id),
    queryFn: async ({ signal }) => {
      const operation = await callApi(operationsRoutes.getOperation, { params: { id }, signal });
      noteServerTime(operation.serverNow);
      return operation;
    },
  });

/** Lines that the steps of an operation reported, oldest first; of very many the newest. */
export const operationLogQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.operationLog(id),
    queryFn: async ({ signal }): Promise<EventView[]> => {
      const filter = { operationId: id, type: 'step.progress', includeProgress: 'true' };
      const { events } = await readAudit(filter, { most: mostLogLines, signal });
      return events.toReversed();
    },
  });

export const auditQuery = (filter: AuditFilter, limit = 50) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.audit, filter, limit],
    queryFn: ({ pageParam, signal }) =>
      callApi(eventsRoutes.auditLog, { query: { ...filter, limit, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const platformQuery = queryOptions({
  queryKey: queryKeys.platform,
  queryFn: ({ signal }) => callApi(platformRoutes.getPlatform, { signal }),
  staleTime: 5000,
});

export const metricsQuery = queryOptions({
  queryKey: queryKeys.metrics,
  queryFn: ({ signal }) => callApi(platformRoutes.metrics, { signal }),
  staleTime: 5000,
});

export const historyQuery = (period: HistoryPeriod) =>
  queryOptions({
    queryKey: queryKeys.history(period),
    queryFn: ({ signal }) => callApi(platformRoutes.provisioningHistory, { query: { period }, signal }),
    staleTime: 5000,
  });

export const healthQuery = queryOptions({
  queryKey: queryKeys.health,
  queryFn: ({ signal }) => callApi(platformRoutes.health, { signal }),
  staleTime: 5000,
  refetchInterval: 15_000,
});

/** Whether a store already has the address; null where it cannot be told. */
export const slugTakenQuery = (slug: string) =>
  queryOptions({
    queryKey: [...queryKeys.slugs, slug],
    queryFn: async ({ signal }): Promise<boolean | null> => {
      const { items, nextCursor } = await callApi(storesRoutes.listStores, {
        query: { search: slug, limit: pageSize },
        signal,
      });
      if (items.some((store) => store.slug === slug)) return true;
      return nextCursor === null ? false : null;
    },
    staleTime: 5000,
  });
