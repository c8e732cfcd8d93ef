import { randomUUID } from 'node:crypto';
import type { AuditPageView, StoreAnswer } from './api-types.ts';

export interface ApiClient {
  /** A request with its own idempotency key, repeated until somebody answers: what a careful caller does. */
  post(path: string, body: unknown): Promise<ApiAnswer>;
  get<T>(path: string): Promise<T>;
  delete(path: string): Promise<ApiAnswer>;
  /** Every audit event of a store, progress included, newest first. */
  events(storeId: string): Promise<AuditPageView['items']>;
}

export interface ApiAnswer {
  status: number;
  headers: Headers;
  body: StoreAnswer;
}

const retryDelayMs = 250;
const retryLimitMs = 60_000;

export function createApiClient(baseUrl: string, token: string): ApiClient {
  const send = async (method: string, path: string, body?: unknown): Promise<ApiAnswer> => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    };
    const deadline = Date.now() + retryLimitMs;
    for (;;) {
      try {
        const response = await fetch(`${baseUrl}${path}`, {
          method,
          headers,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const answer = {
          status: response.status,
          headers: response.headers,
          body: (await response.json()) as StoreAnswer,
        };
        if (response.status !== 503) return answer;
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, retryDelayMs));
    }
  };
  return {
    post: (path, body) => send('POST', path, body),
    delete: (path) => send('DELETE', path),
    get: async <T>(path: string) => (await send('GET', path)).body as T,
    events: async (storeId) => {
      const path = `/api/stores/audit/log?storeId=${storeId}&includeProgress=true&limit=100`;
      const items: AuditPageView['items'] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: AuditPageView = (await send('GET', cursor === '' ? path : `${path}&cursor=${cursor}`))
          .body as never;
        items.push(...page.items);
        cursor = page.nextCursor;
      }
      return items;
    },
  };
}
