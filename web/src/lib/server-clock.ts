import { useSyncExternalStore } from 'react';

/** Milliseconds to add to this machine's clock to get the server's; of the answer that took the shortest way. */
let offsetMs = 0;

/** Learns the server's time from an answer. */
export function noteServerTime(serverNow: string): void {
  offsetMs = Date.parse(serverNow) - Date.now();
}

/** The server's time in milliseconds: durations are measured against its timestamps, never against our own clock. */
export function serverNowMs(): number {
  return Date.now() + offsetMs;
}

/** The server's time, again every second while `isRunning`. */
export function useServerNow(isRunning: boolean): number {
  const seconds = useSyncExternalStore(isRunning ? subscribeToSeconds : neverChanges, currentSecond);
  return seconds * 1000;
}

function currentSecond(): number {
  return Math.floor(serverNowMs() / 1000);
}

function subscribeToSeconds(onSecond: () => void): () => void {
  const timer = setInterval(onSecond, 250);
  return () => clearInterval(timer);
}

function neverChanges(): () => void {
  return () => {};
}
