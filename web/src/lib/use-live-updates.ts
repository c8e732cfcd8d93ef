import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useConnectionState } from './connection-state.ts';
import { followEvents } from './event-stream.ts';
import { createLiveUpdates, type EventListener } from './live-updates.ts';

const pollMs = 4000;
const listeners = new Set<EventListener>();

/** Keeps the one event stream of this tab open, and reads again every few seconds while it cannot be had. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    void followEvents({ onMessage: createLiveUpdates(client, listeners), signal: stop.signal });
    return () => stop.abort();
  }, [client]);
  const isPolling = useConnectionState() === 'polling';
  useEffect(() => {
    if (!isPolling) return;
    const timer = setInterval(() => void client.invalidateQueries(), pollMs);
    return () => clearInterval(timer);
  }, [client, isPolling]);
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
