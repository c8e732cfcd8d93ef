import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from './testing/test-api.ts';
import { authorization } from './testing/test-config.ts';

let api: TestApi;
let address: string;
beforeAll(async () => {
  api = await createTestApi();
  address = await api.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => api.close());

async function isWaitingForLock(): Promise<boolean> {
  const { rows } = await api.database.pool.query(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}

describe('shutting down', () => {
  it('finishes what it has begun and takes nothing new', async () => {
    const { store } = (await api.call('POST', '/api/stores', { payload: { name: 'Last' } })).json();
    const blocker = await api.database.pool.connect();
    await blocker.query('begin');
    await blocker.query('select 1 from stores where id = $1 for update', [store.id]);
    const answer = fetch(`${address}/api/stores/${store.id}`, { method: 'DELETE', headers: authorization });
    await expect.poll(isWaitingForLock).toBe(true);
    const closed = api.app.close();
    await blocker.query('commit');
    blocker.release();
    expect((await answer).status).toBe(202);
    await closed;
    await expect(fetch(`${address}/healthz`)).rejects.toThrow('fetch failed');
  });
});
