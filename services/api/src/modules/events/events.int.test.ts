import { eventSchema } from '@shopwright/contract/schemas/event';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { followEvents, type SseClient, type SseMessage } from '../../testing/sse-client.ts';
import { createTestApi, type TestApi } from '../../testing/test-api.ts';
import { authorization } from '../../testing/test-config.ts';

let api: TestApi;
let address: string;
const open: SseClient[] = [];
beforeAll(async () => {
  api = await createTestApi();
  address = await api.app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => {
  for (const client of open.splice(0)) client.close();
});
afterAll(() => api.close());

async function follow(query = '', headers: Record<string, string> = {}): Promise<SseClient> {
  const client = await followEvents(`${address}/api/events${query}`, { ...authorization, ...headers });
  open.push(client);
  return client;
}

async function take(client: SseClient, count: number): Promise<SseMessage[]> {
  const messages: SseMessage[] = [];
  for (let index = 0; index < count; index += 1) {
    const message = await client.next();
    if (message !== undefined) messages.push(message);
  }
  return messages;
}

const create = async (name: string) => (await api.call('POST', '/api/stores', { payload: { name } })).json();

describe('the event stream', () => {
  it('greets with the newest id and brings what happens from then on, as it is announced', async () => {
    await create('Before');
    const client = await follow();
    expect(client.response.headers.get('content-type')).toBe('text/event-stream');
    const [hello] = await take(client, 1);
    expect(hello?.event).toBe('hello');
    const { store } = await create('After');
    // Nothing but the announcement wakes this feed.
    const [created] = await take(client, 2);
    expect(eventSchema.parse(created?.data)).toMatchObject({ type: 'store.created', storeId: store.id });
    expect(Number(created?.id)).toBeGreaterThan(Number(hello?.id));
  });

  it('replays everything after Last-Event-ID once and in order, then goes on', async () => {
    const start = (await take(await follow(), 1))[0]?.id ?? '0';
    for (let index = 0; index < 5; index += 1) await create(`Replayed ${index}`);
    const client = await follow('', { 'last-event-id': start });
    const messages = await take(client, 11);
    expect(messages[0]).toMatchObject({ event: 'hello', id: start });
    const ids = messages.slice(1).map((message) => Number(message.id));
    expect(ids).toEqual(ids.toSorted((left, right) => left - right));
    expect(new Set(ids).size).toBe(10);
    await create('Live again');
    expect((await take(client, 1))[0]?.data['type']).toBe('store.created');
  });

  it('brings one store only where only one is asked for', async () => {
    const { store } = await create('Mine');
    const client = await follow(`?storeId=${store.id}`);
    await take(client, 1);
    await create('Other');
    await api.call('DELETE', `/api/stores/${store.id}`);
    const messages = await take(client, 2);
    expect(messages.map((message) => message.data['storeId'])).toEqual([store.id, store.id]);
  });

  it('asks to read everything again where the id is not one of its own', async () => {
    const future = await take(await follow('', { 'last-event-id': '999999999' }), 1);
    expect(future[0]?.event).toBe('resync');
  });

  it('goes on after the database has dropped every connection', async () => {
    const client = await follow();
    await take(client, 1);
    await api.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await expect.poll(async () => (await api.call('GET', '/api/limits')).statusCode, { timeout: 5000 }).toBe(200);
    const { store } = await create('After the break');
    expect((await take(client, 1))[0]?.data['storeId']).toBe(store.id);
  });

  it('refuses an id that is none', async () => {
    const client = await follow('', { 'last-event-id': 'latest' });
    expect(client.response.status).toBe(400);
  });

  it('brings every event to many followers while many things happen', async () => {
    const clients = await Promise.all(Array.from({ length: 10 }, () => follow()));
    await Promise.all(clients.map((client) => take(client, 1)));
    await Promise.all(Array.from({ length: 10 }, (_none, index) => create(`Busy ${index}`)));
    const received = await Promise.all(clients.map((client) => take(client, 20)));
    const sequences = new Set(received.map((messages) => messages.map((message) => message.id).join()));
    expect(sequences.size).toBe(1);
  });
});

describe('closing', () => {
  it('ends open streams and does not wait for them', async () => {
    const other = await createTestApi();
    const otherAddress = await other.app.listen({ host: '127.0.0.1', port: 0 });
    const client = await followEvents(`${otherAddress}/api/events`, authorization);
    await client.next();
    await other.close();
    expect(await client.next().catch(() => undefined)).toBeUndefined();
  });
});
