import type { Database } from '@shopwright/database';
import { createLogger, createMetricsRegistry } from '@shopwright/runtime';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../app.ts';
import type { AppDependencies } from '../dependencies.ts';
import { createEventFeed } from '../modules/events/event-feed.ts';
import { createOperatorTokenAuthenticator } from './operator-token.ts';
import { quickPasswords } from './quick-passwords.ts';
import { testConfig } from './test-config.ts';

/** An app whose parts all work and whose database is away; a test passes what it is about. */
export async function createTestApp(change: Partial<AppDependencies> = {}): Promise<FastifyInstance> {
  const config = change.config ?? testConfig();
  const table = { readAfter: () => Promise.resolve([]), readRange: () => Promise.resolve({ oldest: 0, newest: 0 }) };
  const works = (): Promise<void> => Promise.resolve();
  const app = await createApp({
    config,
    logger: createLogger({ service: 'test', level: 'silent' }),
    registry: createMetricsRegistry('test'),
    db: absentDatabase(),
    authenticator: createOperatorTokenAuthenticator(config.FIRST_OPERATOR),
    passwords: quickPasswords(),
    mailer: { send: () => undefined, close: () => Promise.resolve() },
    feed: createEventFeed({ table, onError: () => undefined }),
    checks: { database: works, temporal: works, cluster: works, worker: works },
    readAdminPassword: () => Promise.reject(new Error('no cluster in this test')),
    readPods: () => Promise.reject(new Error('no cluster in this test')),
    webDirectory: '/nonexistent',
    closing: new AbortController().signal,
    version: '0.0.0',
    ...change,
  });
  await app.ready();
  return app;
}

/** Fails like a pool that cannot connect. */
function absentDatabase(): Database {
  const refuse = (): never => {
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  };
  return new Proxy({} as Database, { get: () => refuse });
}
