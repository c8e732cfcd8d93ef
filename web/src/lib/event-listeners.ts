import type { EventView } from '@shopwright/contract/schemas/event';
import type { StoreView } from '@shopwright/contract/schemas/store';
import { useEffect } from 'react';

export type EventListener = (event: EventView, store: StoreView | undefined) => void;

/** Who wants to hear of events. */
export const eventListeners = new Set<EventListener>();

/** Hears every event after it has been put into the cache. `listener` must keep its identity. */
export function useEvents(listener: EventListener): void {
  useEffect(() => {
    eventListeners.add(listener);
    return () => {
      eventListeners.delete(listener);
    };
  }, [listener]);
}
