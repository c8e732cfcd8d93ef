import { useSyncExternalStore } from 'react';

/** What may lie over any page, one at a time. */
export type Overlay = 'create-store' | 'shortcuts' | 'commands';

let current: Overlay | null = null;
const listeners = new Set<() => void>();

export function openOverlay(overlay: Overlay): void {
  set(overlay);
}

export function closeOverlay(): void {
  set(null);
}

export function useOverlay(): Overlay | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

export function currentOverlay(): Overlay | null {
  return current;
}

function set(overlay: Overlay | null): void {
  current = overlay;
  for (const listener of listeners) listener();
}
