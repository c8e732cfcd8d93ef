import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@shopwright/runtime';

export interface EveryOptions {
  name: string;
  intervalMs: number;
  run: () => Promise<unknown>;
  logger: Logger;
  signal: AbortSignal;
}

/** Runs something at once and again after every interval until the signal aborts; a failure is logged and repeated. */
export async function every({ name, intervalMs, run, logger, signal }: EveryOptions): Promise<void> {
  while (!signal.aborted) {
    await run().catch((error: unknown) => logger.warn({ err: error, task: name }, 'periodic task failed'));
    await delay(intervalMs, undefined, { signal }).catch(() => undefined);
  }
}
