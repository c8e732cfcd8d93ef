import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@shopwright/runtime';
import { NativeConnection } from '@temporalio/worker';

const retryDelayMs = 1000;

/** Connects as soon as Temporal answers; a worker that starts before Temporal waits for it. */
export async function connectTemporal(address: string, logger: Logger): Promise<NativeConnection> {
  for (;;) {
    try {
      return await NativeConnection.connect({ address });
    } catch (error) {
      logger.warn({ err: error, address }, 'Temporal does not answer yet');
      await delay(retryDelayMs);
    }
  }
}
