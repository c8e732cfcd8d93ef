import { randomUUID } from 'node:crypto';
import { request } from 'playwright-core';
import type { StoredSession } from '../support/sign-in.ts';
import type { WebPlatform } from '../support/web-platform.ts';

/** What a person does with the API while they are signed in, without a browser. */
export interface PersonClient {
  get<Answer>(path: string): Promise<Answer>;
  send<Answer>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer>;
  /** For a browser that goes on with this session. */
  session(): Promise<StoredSession>;
  close(): Promise<void>;
}

export interface PersonClientOptions {
  /** Nobody is signed in without one. */
  session?: StoredSession;
  /** The browser that the session's row names. */
  userAgent?: string;
}

const laptop =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';

/** Throws where the API refuses. */
export async function openPersonClient(
  platform: WebPlatform,
  { session, userAgent = laptop }: PersonClientOptions = {},
): Promise<PersonClient> {
  const client = await request.newContext({
    baseURL: platform.url,
    userAgent,
    extraHTTPHeaders: { origin: platform.url },
    ...(session && { storageState: session }),
  });
  const send = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const headers = method === 'GET' ? {} : { 'idempotency-key': randomUUID() };
    const answer = await client.fetch(path, { method, headers, ...(body !== undefined && { data: body }) });
    const text = await answer.text();
    if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  };
  return {
    get: (path) => send('GET', path),
    send,
    session: () => client.storageState(),
    close: () => client.dispose(),
  };
}
