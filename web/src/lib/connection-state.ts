import { useSyncExternalStore } from 'react';

/** `live`: news arrive as they happen. `polling`: the stream cannot be had, answers are read again every few seconds. */
export type ConnectionState = 'connecting' | 'live' | 'polling';

let state: ConnectionState = 'connecting';
const listeners = new Set<() => void>();

export function setConnectionState(next: ConnectionState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

export function connectionState(): ConnectionState {
  return state;
}

export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(subscribe, connectionState);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
