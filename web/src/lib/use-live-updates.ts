import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useConnectionState } from './connection-state.ts';

const pollMs = 4000;

/**
 * Keeps the one event stream of this tab open, and reads again every few seconds while it cannot be had. What follows the
 * stream is loaded beside the first page.
 */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    void import('./live-updates.ts').then(({ followLive }) => followLive(client, stop.signal));
    return () => stop.abort();
  }, [client]);
  const isPolling = useConnectionState() === 'polling';
  useEffect(() => {
    if (!isPolling) return;
    const timer = setInterval(() => void client.invalidateQueries(), pollMs);
    return () => clearInterval(timer);
  }, [client, isPolling]);
}
