import type { EventView, StreamMessage } from '@shopwright/contract/schemas/event';
import type { OperationView } from '@shopwright/contract/schemas/operation';
import type { StoreDetail, StoreView } from '@shopwright/contract/schemas/store';
import type { QueryClient } from '@tanstack/react-query';
import { eventListeners } from './event-listeners.ts';
import { patchOperation, patchStore } from './event-patches.ts';
import { followEvents } from './event-stream.ts';
import { queryKeys } from './queries.ts';
import { createRefresher } from './refresher.ts';
import { noteServerTime } from './server-clock.ts';

/** Follows the event stream until the signal aborts. */
export function followLive(client: QueryClient, signal: AbortSignal): Promise<void> {
  return followEvents({ onMessage: createLiveUpdates(client), signal });
}

/**
 * Puts the event stream into the query cache: what an event tells is on screen at once, what it does not tell is read again
 * shortly after, once for many events. Components know queries only.
 */
function createLiveUpdates(client: QueryClient) {
  const refresher = createRefresher(client);
  let isFirstGreeting = true;

  const onEvent = (event: EventView): void => {
    patchCaches(client, event);
    if (event.type === 'step.progress') appendLogLine(client, event);
    else refresher.noteEvent(event);
    const store = event.storeId === null ? undefined : findStore(client, event.storeId);
    for (const listener of eventListeners) listener(event, store);
  };

  return (message: StreamMessage): void => {
    if (message.event === 'event') return onEvent(message.data);
    if (message.event === 'hello') {
      noteServerTime(message.data.serverNow);
      // Between the first answers and the first greeting something may have happened that no event will tell.
      if (isFirstGreeting) refresher.refreshAll();
      isFirstGreeting = false;
      return;
    }
    refresher.refreshAll();
  };
}

function patchCaches(client: QueryClient, event: EventView): void {
  if (event.storeId === null) return;
  client.setQueriesData<StoreView[]>({ queryKey: queryKeys.stores }, (stores) => patchList(stores, event));
  client.setQueryData<StoreDetail>(queryKeys.store(event.storeId), (store) => store && patchStore(store, event));
  if (event.operationId === null) return;
  const key = queryKeys.operation(event.operationId);
  client.setQueryData<OperationView>(key, (operation) => operation && patchOperation(operation, event));
}

function patchList(stores: StoreView[] | undefined, event: EventView): StoreView[] | undefined {
  if (stores === undefined) return undefined;
  const index = stores.findIndex((store) => store.id === event.storeId);
  const store = stores[index];
  if (store === undefined) return stores;
  const next = patchStore(store, event);
  return next === store ? stores : stores.with(index, next);
}

function appendLogLine(client: QueryClient, event: EventView): void {
  if (event.operationId === null) return;
  client.setQueryData<EventView[]>(queryKeys.operationLog(event.operationId), (lines) =>
    lines === undefined || lines.some((line) => line.id === event.id) ? lines : [...lines, event],
  );
}

function findStore(client: QueryClient, id: string): StoreView | undefined {
  const detail = client.getQueryData<StoreDetail>(queryKeys.store(id));
  const lists = client.getQueriesData<StoreView[]>({ queryKey: queryKeys.stores });
  return detail ?? lists.flatMap(([, stores]) => stores ?? []).find((store) => store.id === id);
}
