import type { Permission } from '@shopwright/contract/permissions';
import type { SessionView } from '@shopwright/contract/schemas/session';
import { useSyncExternalStore } from 'react';

/** Who is signed in, as the API told last; undefined before it was asked and once the session is over. */
let current: SessionView | undefined;
let endedBecause: string | null = null;
const listeners = new Set<() => void>();

export function currentSession(): SessionView | undefined {
  return current;
}

export function setSession(session: SessionView): void {
  current = session;
  if (session.account !== null) endedBecause = null;
  for (const listener of listeners) listener();
}

/** `reason` is shown where one signs in again. */
export function endSession(reason: string | null = null): void {
  if (!isSignedIn()) return;
  current = undefined;
  endedBecause = reason;
  for (const listener of listeners) listener();
}

export function isSignedIn(): boolean {
  return current !== undefined && current.account !== null;
}

export function sessionEndReason(): string | null {
  return endedBecause;
}

export function useSession(): SessionView | undefined {
  return useSyncExternalStore(subscribe, currentSession);
}

/** Whether the session holds a permission, as the routes of the contract declare them; nothing is decided here. */
export function useMay(): (permission: Permission) => boolean {
  const session = useSession();
  return (permission) => session?.permissions.includes(permission) ?? false;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
