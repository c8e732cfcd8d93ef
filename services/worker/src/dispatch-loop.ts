import { setTimeout as delay } from 'node:timers/promises';
import { commandsChannel, listen } from '@shopwright/database';
import type { Logger } from '@shopwright/runtime';

export interface DispatchLoopOptions {
  databaseUrl: string;
  dispatch: () => Promise<unknown>;
  logger: Logger;
  signal: AbortSignal;
}

/** Looked at anyway: a command whose delivery failed, e.g. while Temporal was away, waits no longer than this. */
const sweepIntervalMs = 1000;

/** Delivers commands as soon as Postgres tells that one was committed, and sweeps for those that could not be delivered. */
export async function runDispatchLoop({ databaseUrl, dispatch, logger, signal }: DispatchLoopOptions): Promise<void> {
  let wake = Promise.withResolvers<void>();
  const listening = listen({
    url: databaseUrl,
    channels: [commandsChannel],
    onWake: () => wake.resolve(),
    onError: (error) => logger.warn({ err: error }, 'listening for commands was interrupted'),
    signal,
  });
  while (!signal.aborted) {
    wake = Promise.withResolvers<void>();
    await dispatch().catch((error: unknown) => logger.warn({ err: error }, 'commands wait: delivery failed'));
    await Promise.race([wake.promise, delay(sweepIntervalMs, undefined, { signal }).catch(() => undefined)]);
  }
  await listening;
}
