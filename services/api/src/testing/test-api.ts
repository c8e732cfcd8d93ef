import {
  announceEngine,
  eventIdRange,
  eventsAfter,
  eventsChannel,
  listen,
  type Visibility,
} from '@shopwright/database';
import { createTestDatabase, type TestDatabase } from '@shopwright/database/testing/test-database';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { AppDependencies } from '../dependencies.ts';
import { createEventFeed } from '../modules/events/event-feed.ts';
import { createTestApp } from './test-app.ts';
import { authorization } from './test-config.ts';

export interface TestApi {
  app: FastifyInstance;
  database: TestDatabase;
  /** A request of the operator; a payload is sent as JSON. */
  call(method: 'GET' | 'POST' | 'DELETE', url: string, options?: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** The API on a real database of its own, with one engine that a worker would have announced. */
export async function createTestApi(change: Partial<AppDependencies> = {}): Promise<TestApi> {
  const database = await createTestDatabase();
  const { db } = database;
  await announceEngine(db, {
    id: 'woocommerce',
    displayName: 'WooCommerce',
    version: '10.0',
    adminPath: '/wp-admin',
    adminLogin: 'username',
    preference: 1,
    available: true,
    unavailableReason: null,
  });
  const closing = new AbortController();
  const table = {
    readAfter: (visibility: Visibility, afterId: number, limit: number) =>
      eventsAfter(db, visibility, { afterId, limit }),
    readRange: () => eventIdRange(db),
  };
  const feed = createEventFeed({ table, onError: () => undefined });
  const listening = listen({
    url: database.url,
    channels: [eventsChannel],
    onWake: () => void feed.wake(),
    signal: closing.signal,
  });
  const app = await createTestApp({ db, feed, closing: closing.signal, ...change });
  return {
    app,
    database,
    call: (method, url, options = {}) =>
      app.inject({ method, url, ...options, headers: { ...authorization, ...options.headers } }),
    close: async () => {
      closing.abort();
      await app.close();
      await listening;
      await database.close();
    },
  };
}
