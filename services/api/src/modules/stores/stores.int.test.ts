import { closeOperation, commandBacklog, listAudit, platformWide } from '@shopwright/database';
import { acceptedSchema, storeDetailSchema, storePageSchema, type Accepted } from '@shopwright/contract/schemas/store';
import { isOperationId } from '@shopwright/contract/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../testing/test-api.ts';
import { testConfig } from '../../testing/test-config.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

async function create(body: Record<string, unknown>, headers: Record<string, string> = {}): Promise<Accepted> {
  const response = await api.call('POST', '/api/stores', { payload: body, headers });
  expect(response.statusCode, response.body).toBe(202);
  return acceptedSchema.parse(response.json());
}

async function finish(accepted: Accepted, outcome: 'succeeded' | 'failed'): Promise<void> {
  if (!isOperationId(accepted.operation.id)) throw new Error('not an operation id');
  const failure = outcome === 'failed' ? { code: 'HELM_FAILED' as const, detail: 'Helm failed: no.' } : null;
  await closeOperation(api.database.db, { operationId: accepted.operation.id, outcome, failure });
}

describe('creating a store', () => {
  it('accepts a name alone, says where to look, and queues what the worker carries out', async () => {
    const before = await commandBacklog(api.database.db);
    const response = await api.call('POST', '/api/stores', { payload: { name: 'Tea & Co' } });
    const { store, operation } = acceptedSchema.parse(response.json());
    expect(response.statusCode).toBe(202);
    expect(response.headers).toMatchObject({
      location: `/api/operations/${operation.id}`,
      'retry-after': '1',
      etag: '"1"',
    });
    expect(store).toMatchObject({
      slug: 'tea-co',
      phase: 'queued',
      url: 'http://tea-co.localhost:8081',
      adminUrl: 'http://tea-co.localhost:8081/wp-admin',
      adminEmail: 'owner@tea-co.localhost',
      actions: ['cancel', 'delete'],
    });
    expect(operation.steps.map((step) => step.id)[0]).toBe('admission');
    expect(operation.queuePosition).toBeGreaterThan(0);
    expect((await commandBacklog(api.database.db)).waiting).toBe(before.waiting + 1);
  });

  it('gives a derived address that is taken a suffix and refuses a chosen one', async () => {
    const [first, second] = [await create({ name: 'Coffee' }), await create({ name: 'Coffee' })];
    expect(first.store.slug).toBe('coffee');
    expect(second.store.slug).toMatch(/^coffee-[a-z2-7]{6}$/);
    const response = await api.call('POST', '/api/stores', { payload: { name: 'x', slug: 'coffee' } });
    expect([response.statusCode, response.json().code]).toEqual([409, 'STORE_NAME_TAKEN']);
  });

  it('keeps a chosen password out of every answer and event', async () => {
    const adminPassword = 'correct horse battery';
    const { store } = await create({ name: 'Secret', adminPassword });
    const answers = await Promise.all([
      api.call('GET', `/api/stores/${store.id}`),
      api.call('GET', `/api/stores/audit/log?storeId=${store.id}&includeProgress=true`),
    ]);
    const { rows } = await api.database.pool.query('select * from sealed_secrets where store_id = $1', [store.id]);
    expect(rows).toHaveLength(1);
    expect(`${JSON.stringify(rows)}${answers.map((answer) => answer.body).join('')}`).not.toContain(adminPassword);
  });

  it.each([
    [{ name: 'x', engine: 'unknown' }, 422, 'ENGINE_UNKNOWN'],
    [{ name: 'x', slug: 'admin' }, 400, 'VALIDATION_FAILED'],
  ])('refuses %j', async (payload, status, code) => {
    const response = await api.call('POST', '/api/stores', { payload });
    expect([response.statusCode, response.json().code]).toEqual([status, code]);
  });

  it('stops at the limit, also when many ask at once', async () => {
    const limited = await createTestApi({ config: testConfig({ MAX_STORES: '3' }) });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_none, index) =>
        limited.call('POST', '/api/stores', { payload: { name: `Limited ${index}` } }),
      ),
    );
    const accepted = answers.filter((answer) => answer.statusCode === 202);
    const refused = answers.filter((answer) => answer.json().code === 'STORE_LIMIT_REACHED');
    expect([accepted.length, refused.length]).toEqual([3, 9]);
    const { stores, platform } = (await limited.call('GET', '/api/limits')).json();
    expect([stores.used, platform.stores]).toEqual([3, { used: 3, limit: 3 }]);
    await limited.close();
  });
});

describe('Idempotency-Key', () => {
  it('makes one store of the same request sent many times at once', async () => {
    const headers = { 'idempotency-key': 'create-once' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => api.call('POST', '/api/stores', { payload: { name: 'Once' }, headers })),
    );
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array.from({ length: 8 }, () => 202));
    expect(new Set(answers.map((answer) => answer.json().store.id)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.headers['location'])).size).toBe(1);
  });

  it('does not mind the order or spelling of what was sent', async () => {
    const headers = { 'idempotency-key': 'order', 'content-type': 'application/json' };
    const first = await api.call('POST', '/api/stores', { payload: '{"name":"Order","slug":"order-x"}', headers });
    const again = await api.call('POST', '/api/stores', { payload: '{"slug":"order-x", "name":" Order "}', headers });
    expect(again.json().store.id).toBe(first.json().store.id);
  });

  it('answers with the store as it is now', async () => {
    const headers = { 'idempotency-key': 'now' };
    const first = await create({ name: 'Now' }, headers);
    await api.call('DELETE', `/api/stores/${first.store.id}`);
    const again = await create({ name: 'Now' }, headers);
    expect(again.operation.id).toBe(first.operation.id);
    expect(again.store).toMatchObject({ phase: 'deleting', operation: { kind: 'delete' } });
  });

  it('refuses another request and an unreadable key', async () => {
    const headers = { 'idempotency-key': 'reused' };
    await create({ name: 'First' }, headers);
    const reused = await api.call('POST', '/api/stores', { payload: { name: 'Second' }, headers });
    expect([reused.statusCode, reused.json().code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const unreadable = await api.call('POST', '/api/stores', {
      payload: { name: 'Third' },
      headers: { 'idempotency-key': 'a b' },
    });
    expect(unreadable.json().errors).toEqual([
      { pointer: 'Idempotency-Key', message: 'must be 1 to 255 printable ASCII characters' },
    ]);
  });

  it('answers a repeated delete with the same operation', async () => {
    const { store } = await create({ name: 'Twice deleted' });
    const headers = { 'idempotency-key': 'delete-once' };
    const [first, again] = [
      await api.call('DELETE', `/api/stores/${store.id}`, { headers }),
      await api.call('DELETE', `/api/stores/${store.id}`, { headers }),
    ];
    expect([first.statusCode, again.statusCode]).toEqual([202, 202]);
    expect(again.json().operation.id).toBe(first.json().operation.id);
  });
});

describe('changing a store', () => {
  it('deletes only the version that was seen', async () => {
    const { store } = await create({ name: 'Versioned' });
    const remove = (ifMatch: string) =>
      api.call('DELETE', `/api/stores/${store.id}`, { headers: { 'if-match': ifMatch } });
    const statuses = [];
    for (const tag of ['"999"', 'W/"1"', '"abc"', 'nonsense', '"1"']) statuses.push((await remove(tag)).statusCode);
    expect(statuses).toEqual([412, 412, 412, 400, 202]);
  });

  it('takes only the actions that the store lists', async () => {
    const { store } = await create({ name: 'Actions' });
    const retry = await api.call('POST', `/api/stores/${store.id}/retry`);
    expect([retry.statusCode, retry.json().code]).toEqual([409, 'ACTION_NOT_ALLOWED']);
    await api.call('DELETE', `/api/stores/${store.id}`);
    const again = await api.call('DELETE', `/api/stores/${store.id}`);
    expect([again.statusCode, again.json().code]).toEqual([409, 'ACTION_NOT_ALLOWED']);
  });

  it('shows why it failed and retries it under the same id', async () => {
    const accepted = await create({ name: 'Failing' });
    await finish(accepted, 'failed');
    const failed = storeDetailSchema.parse((await api.call('GET', `/api/stores/${accepted.store.id}`)).json());
    expect(failed.steps.map((step) => step.id)).toEqual(accepted.operation.steps.map((step) => step.id));
    expect(failed).toMatchObject({ phase: 'failed', actions: ['retry', 'delete'], failure: { code: 'HELM_FAILED' } });
    const retried = await api.call('POST', `/api/stores/${accepted.store.id}/retry`, { payload: {} });
    expect(retried.statusCode).toBe(202);
    expect(retried.json()).toMatchObject({
      store: { id: accepted.store.id, phase: 'queued' },
      operation: { kind: 'retry' },
    });
  });

  it('cancels a running operation once, by request and by repeat', async () => {
    const { operation } = await create({ name: 'Cancelled' });
    const headers = { 'idempotency-key': 'cancel-once' };
    const cancel = () =>
      api.call('POST', `/api/operations/${operation.id}/cancel`, { payload: { reason: 'typo' }, headers });
    const first = await cancel();
    expect([first.statusCode, first.json().cancelRequested, first.json().cancellable]).toEqual([202, true, false]);
    await finish({ operation: first.json() } as Accepted, 'failed');
    expect((await cancel()).statusCode).toBe(202);
    const ended = await api.call('POST', `/api/operations/${operation.id}/cancel`);
    expect([ended.statusCode, ended.json().code]).toEqual([409, 'ACTION_NOT_ALLOWED']);
  });

  it.each([
    ['GET', '/api/stores/st-aaaaaaaaaa', 404],
    ['DELETE', '/api/stores/st-aaaaaaaaaa', 404],
    ['POST', '/api/stores/st-aaaaaaaaaa/retry', 404],
    ['POST', '/api/stores/st-aaaaaaaaaa/credentials', 404],
    ['GET', '/api/operations/op-aaaaaaaaaaaaaaaa', 404],
    ['POST', '/api/operations/op-aaaaaaaaaaaaaaaa/cancel', 404],
    ['GET', '/api/stores/1', 400],
    ['GET', "/api/stores/st-'%20or%201=1", 400],
  ] as const)('%s %s is %i', async (method, url, status) => {
    const response = await api.call(method, url);
    expect(response.statusCode).toBe(status);
  });
});

describe('listing stores', () => {
  it('pages through every store once, newest first, also while stores are added', async () => {
    for (let index = 0; index < 7; index += 1) await create({ name: `Paged ${index}` });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const url: string = `/api/stores?search=Paged&limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page = storePageSchema.parse((await api.call('GET', url)).json());
      seen.push(...page.items.map((store) => store.name));
      cursor = page.nextCursor;
      await create({ name: 'Paged late' });
    }
    const expected = Array.from({ length: 7 }, (_none, index) => `Paged ${6 - index}`);
    expect(seen).toEqual(expected);
  });

  it('filters by phase, engine, organization and part of the name', async () => {
    const { store } = await create({ name: '50% off_everything' });
    const ids = async (query: string) =>
      storePageSchema.parse((await api.call('GET', `/api/stores?${query}`)).json()).items.map((item) => item.id);
    expect(await ids('search=0%25 off_')).toEqual([store.id]);
    expect(await ids('search=0X off')).toEqual([]);
    expect(await ids('search=0%25 off_&phase=ready,failed')).toEqual([]);
    expect(await ids('search=0%25 off_&phase=queued&phase=ready&engine=sample&organization=org-default')).toEqual([
      store.id,
    ]);
  });

  it.each([
    'cursor=AAAA',
    'cursor=!',
    'limit=0',
    'limit=1e9',
    'phase=gone',
    'unknown=1',
    'search=%00',
    'limit=5&limit=6',
  ])('refuses %s', async (query) => {
    const response = await api.call('GET', `/api/stores?${query}`);
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].pointer).toBe(query.split('=')[0]);
  });
});

describe('the audit', () => {
  it('tells who, from where and what, and pages', async () => {
    const { store, operation } = await create({ name: 'Audited' });
    await api.call('DELETE', `/api/stores/${store.id}`, {
      headers: { 'if-match': '"77"', 'user-agent': 'audit-test' },
    });
    const refused = async () =>
      listAudit(api.database.db, platformWide, { types: ['request.refused'], includeProgress: false, limit: 1 });
    await expect.poll(async () => (await refused())[0]?.storeId).toBe(store.id);
    const page = (await api.call('GET', `/api/stores/audit/log?storeId=${store.id}&limit=2`)).json();
    expect(page.items[0]).toMatchObject({
      type: 'request.refused',
      storeId: store.id,
      actor: { kind: 'operator', name: 'operator@example.com' },
      source: { address: '127.0.0.1', userAgent: 'audit-test' },
      data: { code: 'PRECONDITION_FAILED', method: 'DELETE' },
    });
    const next = (
      await api.call('GET', `/api/stores/audit/log?storeId=${store.id}&limit=2&cursor=${page.nextCursor}`)
    ).json();
    const types = [...page.items, ...next.items].map((event) => event.type);
    expect(types).toEqual(['request.refused', 'operation.accepted', 'store.created']);
    const byOperation = (await api.call('GET', `/api/stores/audit/log?operationId=${operation.id}`)).json();
    expect(byOperation.items.every((event: { operationId: string }) => event.operationId === operation.id)).toBe(true);
  });

  it('keeps refused sign-ins', async () => {
    await api.app.inject({ url: '/api/stores', headers: { authorization: 'Bearer wrong' } });
    const anonymous = async () => (await api.call('GET', '/api/stores/audit/log?actorId=anonymous')).json().items;
    await expect.poll(async () => (await anonymous())[0]?.data.code).toBe('UNAUTHENTICATED');
  });
});
