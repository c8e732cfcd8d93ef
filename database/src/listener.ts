import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

export interface ListenOptions {
  url: string;
  channels: readonly string[];
  /** A notification came, or the connection was made anew and some may have been missed: look at the table. */
  onWake: (channel: string) => void;
  /** The connection broke; it is made anew by itself. */
  onError?: (error: unknown) => void;
  signal: AbortSignal;
}

const reconnectDelayMs = 500;

/** Follows Postgres notifications on a connection of its own until the signal aborts; reconnects for ever. */
export async function listen(options: ListenOptions): Promise<void> {
  while (!options.signal.aborted) {
    try {
      await listenOnce(options);
    } catch (error) {
      if (options.signal.aborted) return;
      options.onError?.(error);
    }
    await delay(reconnectDelayMs, undefined, { signal: options.signal }).catch(() => undefined);
  }
}

async function listenOnce({ url, channels, onWake, signal }: ListenOptions): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'shopwright-listen', keepAlive: true });
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  const stop = (): void => resolve();
  client.on('error', reject);
  client.on('end', stop);
  client.on('notification', (message) => onWake(message.channel));
  signal.addEventListener('abort', stop, { once: true });
  try {
    await client.connect();
    for (const channel of channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    for (const channel of channels) onWake(channel);
    await ended;
  } finally {
    signal.removeEventListener('abort', stop);
    await client.end().catch(() => undefined);
  }
}
