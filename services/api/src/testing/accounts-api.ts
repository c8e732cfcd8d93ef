import { vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@shopwright/database/testing/test-database';
import type { FastifyInstance } from 'fastify';
import { sessionLimits } from '../account-config.ts';
import { createAuthenticator } from '../auth/authenticator.ts';
import { createCookies } from '../auth/cookies.ts';
import { ensureFirstOperator } from '../auth/first-operator.ts';
import type { Mail } from '../mail/mailer.ts';
import type { AppDependencies } from '../dependencies.ts';
import { Browser } from './browser.ts';
import { quickPasswords } from './quick-passwords.ts';
import { announceTestEngine, createRealFeed } from './real-feed.ts';
import { createTestApp } from './test-app.ts';
import { testConfig, testToken } from './test-config.ts';

export const operatorEmail = 'operator@example.com';
export const operatorPassword = 'lamp otter granite violin';

/** The API with real accounts on a database of its own; what it mails is kept. */
export interface AccountsApi {
  app: FastifyInstance;
  database: TestDatabase;
  mails: Mail[];
  /** A browser in which nobody is signed in. */
  browser(address?: string): Browser;
  /** The operator's browser. */
  operator(): Promise<Browser>;
  /** The secret of the newest link that was mailed to an address, e.g. `/invitation`; waits for the mail. */
  mailedSecret(to: string, path?: string): Promise<string>;
  close(): Promise<void>;
}

export async function createAccountsApi(
  settings: Readonly<Record<string, string>> = {},
  change: Partial<AppDependencies> = {},
): Promise<AccountsApi> {
  const database = await createTestDatabase();
  const closing = new AbortController();
  const { feed, ended } = createRealFeed(database, closing.signal);
  await announceTestEngine(database);
  const { db } = database;
  const config = testConfig(settings);
  const mails: Mail[] = [];
  const fail = (error: unknown): void => {
    throw error;
  };
  const passwords = change.passwords ?? quickPasswords();
  await ensureFirstOperator(db, passwords, { email: operatorEmail, password: operatorPassword, token: testToken });
  const app = await createTestApp({
    config,
    db,
    authenticator: createAuthenticator({
      db,
      cookies: createCookies({ isHttpsOnly: config.HTTPS_ONLY }),
      idleMs: sessionLimits(config).idleMs,
      onError: fail,
    }),
    passwords,
    mailer: { send: (mail) => void mails.push(mail), close: () => Promise.resolve() },
    feed,
    closing: closing.signal,
    ...change,
  });
  const browser = (address?: string): Browser => new Browser(app, address);
  return {
    app,
    database,
    mails,
    browser,
    operator: async () => {
      const own = browser();
      await own.signIn(operatorEmail, operatorPassword);
      return own;
    },
    mailedSecret: async (to, path = '') => {
      const newest = () => mails.findLast((mail) => mail.to === to && mail.text.includes(`${path}#`));
      const found = await vi.waitUntil(newest, { timeout: 5000, interval: 10 });
      return /#(?<secret>[A-Za-z0-9_-]{43})/.exec(found.text)?.groups?.['secret'] ?? '';
    },
    close: async () => {
      closing.abort();
      await app.close();
      await ended;
      await database.close();
    },
  };
}
