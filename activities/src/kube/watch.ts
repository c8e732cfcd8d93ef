import { setTimeout as delay } from 'node:timers/promises';
import type { KubeApi } from './kube-api.ts';

export interface WatchOptions {
  kube: KubeApi;
  /** Lists to watch, e.g. the pods of a namespace. */
  paths: readonly string[];
  /** Looked at anyway after so long without a change. */
  intervalMs: number;
  signal: AbortSignal;
}

const coalesceMs = 30;

/**
 * Calls `look` at once and after every change of what is watched, until it returns something else than undefined. Watches only
 * wake: `look` reads the present state, so a missed or repeated event does no harm. Errors of `look` end it.
 */
export async function watchUntil<T>(options: WatchOptions, look: () => Promise<T | undefined>): Promise<T> {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const bell = createBell();
  const watches = options.paths.map((path) => ringOnChange(options.kube, path, signal, bell.ring));
  try {
    for (;;) {
      const rung = bell.next();
      const found = await look();
      if (found !== undefined) return found;
      await Promise.race([rung, delay(options.intervalMs, undefined, { signal })]);
      await delay(coalesceMs, undefined, { signal }); // Changes come in bursts.
      options.signal.throwIfAborted();
    }
  } finally {
    stop.abort();
    await Promise.all(watches);
  }
}

function createBell(): { ring: () => void; next: () => Promise<void> } {
  let current = Promise.withResolvers<void>();
  return {
    ring: () => {
      current.resolve();
    },
    next: () => {
      current = Promise.withResolvers<void>();
      return current.promise;
    },
  };
}

/** Ends only when the signal aborts; a watch that breaks is opened again, `look` meets the error if it lasts. */
async function ringOnChange(kube: KubeApi, path: string, signal: AbortSignal, ring: () => void): Promise<void> {
  while (!signal.aborted) {
    try {
      const changes = kube.lines(path, { query: { watch: true, timeoutSeconds: 240 }, signal });
      while (!(await changes.next()).done) ring();
    } catch {
      ring();
    }
    await delay(500, undefined, { signal }).catch(() => undefined);
  }
}
