import { useSyncExternalStore } from 'react';

const key = 'shopwright.token';

/**
 * Who is signed in in this tab. Everything else only asks for the headers of a request and whether there is a session, so
 * that a cookie can take the place of the token.
 */
let token = readToken();
let endedBecause: string | null = null;
const listeners = new Set<() => void>();

function readToken(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function startSession(newToken: string): void {
  token = newToken;
  endedBecause = null;
  writeToken(newToken);
  for (const listener of listeners) listener();
}

/** `reason` is shown where one signs in again. */
export function endSession(reason: string | null = null): void {
  if (token === null) return;
  token = null;
  endedBecause = reason;
  writeToken(null);
  for (const listener of listeners) listener();
}

export function isSignedIn(): boolean {
  return token !== null;
}

export function sessionEndReason(): string | null {
  return endedBecause;
}

export function authorizationHeaders(): Record<string, string> {
  return token === null ? {} : { authorization: `Bearer ${token}` };
}

export function useIsSignedIn(): boolean {
  return useSyncExternalStore(subscribe, isSignedIn);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function writeToken(value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // Storage is blocked: the session lives in memory until the tab is reloaded.
  }
}
