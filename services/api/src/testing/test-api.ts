import { createTestDatabase, type TestDatabase } from '@shopwright/database/testing/test-database';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { AppDependencies } from '../dependencies.ts';
import { announceTestEngine, createRealFeed } from './real-feed.ts';
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
  await announceTestEngine(database);
  const closing = new AbortController();
  const { feed, ended } = createRealFeed(database, closing.signal);
  const app = await createTestApp({ db, feed, closing: closing.signal, ...change });
  return {
    app,
    database,
    call: (method, url, options = {}) =>
      app.inject({ method, url, ...options, headers: { ...authorization, ...options.headers } }),
    close: async () => {
      closing.abort();
      await app.close();
      await ended;
      await database.close();
    },
  };
}
