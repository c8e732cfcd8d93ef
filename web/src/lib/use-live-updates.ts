import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followEvents } from './event-stream.ts';
import { createLiveUpdates, type EventListener } from './live-updates.ts';

const listeners = new Set<EventListener>();

/** Keeps the one event stream of this tab open while somebody is signed in. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    void followEvents({ onMessage: createLiveUpdates(client, listeners), signal: stop.signal });
    return () => stop.abort();
  }, [client]);
}

/** Hears every event after it has been put into the cache. `listener` must keep its identity. */
export function useEvents(listener: EventListener): void {
  useEffect(() => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [listener]);
}
