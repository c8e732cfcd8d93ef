import { type Browser, type BrowserContext, request } from 'playwright-core';
import type { WebPlatform } from './web-platform.ts';

export interface Credentials {
  email: string;
  password: string;
}

export type StoredSession = Awaited<ReturnType<BrowserContext['storageState']>>;

const operatorSessions = new WeakMap<WebPlatform, Promise<StoredSession>>();

/** The operator's session, the same for all visits: signing in anew for each would take longer than most of them. */
export function operatorSession(platform: WebPlatform): Promise<StoredSession> {
  const known = operatorSessions.get(platform);
  if (known !== undefined) return known;
  const session = signInWithApi(platform, platform.operator);
  operatorSessions.set(platform, session);
  return session;
}

/** Signs in as a browser would, without one. */
export async function signInWithApi(platform: WebPlatform, credentials: Credentials): Promise<StoredSession> {
  const client = await request.newContext({ baseURL: platform.url });
  const answer = await client.post('/api/auth/sign-in', { data: credentials });
  if (!answer.ok()) throw new Error(`signing in answered ${answer.status()}: ${await answer.text()}`);
  const state = await client.storageState();
  await client.dispose();
  return state;
}

/** A context of somebody who is signed in, or of nobody. */
export function newVisitor(
  browser: Browser,
  platform: WebPlatform,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> {
  return browser.newContext({ baseURL: platform.url, locale: 'en-US', reducedMotion: 'reduce', ...options });
}
