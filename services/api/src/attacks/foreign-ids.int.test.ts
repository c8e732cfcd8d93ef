import { newOperationId, newStoreId, type OperationId, type StoreId } from '@shopwright/contract/ids';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Headers } from '../testing/world.ts';
import { createAttackApi, type AttackApi } from './attack-api.ts';

type Target = { storeId: StoreId; operationId: OperationId };
type Method = 'GET' | 'POST' | 'DELETE';

let attack: AttackApi;
let theirs: Target;
let tokenOfOneStore: Headers;
beforeAll(async () => {
  attack = await createAttackApi();
});
afterAll(() => attack.close());
beforeEach(async () => {
  const { world, attacker, victim } = attack;
  theirs = await world.endedStore(victim.organizationId, 'succeeded');
  const own = await world.store(attacker.organizationId);
  tokenOfOneStore = (await world.token(attacker, { storeId: own.storeId })).headers;
});

const routesWithIds: readonly [Method, (target: Target) => string, object?][] = [
  ['GET', ({ storeId }) => `/api/stores/${storeId}`],
  ['GET', ({ storeId }) => `/api/stores/${storeId}/pods`],
  ['DELETE', ({ storeId }) => `/api/stores/${storeId}`],
  ['POST', ({ storeId }) => `/api/stores/${storeId}/retry`, {}],
  ['POST', ({ storeId }) => `/api/stores/${storeId}/credentials`, {}],
  ['GET', ({ operationId }) => `/api/operations/${operationId}`],
  ['POST', ({ operationId }) => `/api/operations/${operationId}/cancel`, {}],
];

function send(method: Method, url: string, headers: Headers, payload?: object): Promise<LightMyRequestResponse> {
  return attack.api.app.inject({ method, url, headers, ...(payload && { payload }) });
}

/** What an answer says, without the ids that the request itself named and what changes with every request. */
function essence(response: LightMyRequestResponse, { storeId, operationId }: Target): string {
  const {
    'x-request-id': _id,
    date: _date,
    'ratelimit-remaining': _left,
    'ratelimit-reset': _reset,
    ...headers
  } = response.headers;
  const { requestId: _requestId, ...body } = response.json();
  return JSON.stringify([response.statusCode, headers, body]).replaceAll(storeId, 'ID').replaceAll(operationId, 'ID');
}

/** What the database is asked about stores and operations while `run` runs; the audit is written after the answer. */
async function statementsOf(run: () => Promise<unknown>): Promise<string[]> {
  const client = await attack.api.database.pool.connect();
  const prototype: typeof client = Object.getPrototypeOf(client);
  client.release();
  const query = vi.spyOn(prototype, 'query');
  try {
    await run();
    return query.mock.calls
      .map(([statement]) => String(Object(statement).text ?? statement))
      .filter((text) => /^(select|update|delete) .*"(stores|operations|operation_steps|step_attempts)"/s.test(text));
  } finally {
    query.mockRestore();
  }
}

describe.each([
  ['the owner of another organization', () => attack.attacker.headers],
  ['a token of one store', () => tokenOfOneStore],
])('%s', (_who, headersOf) => {
  it.each(routesWithIds)('%s %s answers for what others have as for what does not exist', async (method, url, body) => {
    const absent = { storeId: newStoreId(), operationId: newOperationId() };
    const [foreign, missing] = [
      await send(method, url(theirs), headersOf(), body),
      await send(method, url(absent), headersOf(), body),
    ];
    expect(foreign.statusCode).toBe(404);
    expect(essence(foreign, theirs)).toBe(essence(missing, absent));
  });

  it.each(routesWithIds)('%s %s costs as much work', async (method, url, body) => {
    const absent = { storeId: newStoreId(), operationId: newOperationId() };
    const warm = headersOf();
    await send(method, url(absent), warm, body);
    const foreign = await statementsOf(() => send(method, url(theirs), warm, body));
    const missing = await statementsOf(() => send(method, url(absent), warm, body));
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign).toEqual(missing);
  });
});

describe('what the attempts change', () => {
  it('is nothing', async () => {
    const before = await send('GET', `/api/stores/${theirs.storeId}`, attack.victim.headers);
    for (const [method, url, body] of routesWithIds) await send(method, url(theirs), attack.attacker.headers, body);
    const after = await send('GET', `/api/stores/${theirs.storeId}`, attack.victim.headers);
    const { serverNow: _then, ...left } = before.json();
    const { serverNow: _now, ...right } = after.json();
    expect(right).toEqual(left);
  });
});

describe('lists, filters and cursors', () => {
  const storesOf = async (headers: Headers, query: string): Promise<string[]> =>
    (await send('GET', `/api/stores${query}`, headers)).json().items.map((item: { id: string }) => item.id);

  it('with the id of another organization show nothing of it', async () => {
    const { attacker, victim } = attack;
    expect(await storesOf(attacker.headers, `?organization=${victim.organizationId}`)).toEqual([]);
    for (const filter of [
      `organization=${victim.organizationId}`,
      `storeId=${theirs.storeId}`,
      `operationId=${theirs.operationId}`,
      `includeProgress=true&actorId=operator`,
    ]) {
      const { items } = (await send('GET', `/api/stores/audit/log?${filter}`, attacker.headers)).json();
      expect(items.filter((item: { storeId: string }) => item.storeId === theirs.storeId)).toEqual([]);
    }
  });

  it('by name and slug find nothing of others', async () => {
    const { slug } = (await send('GET', `/api/stores/${theirs.storeId}`, attack.victim.headers)).json();
    expect(await storesOf(attack.attacker.headers, `?search=${slug}`)).toEqual([]);
    expect(await storesOf(attack.victim.headers, `?search=${slug}`)).toEqual([theirs.storeId]);
  });

  it('go on within the own organization, wherever the cursor comes from', async () => {
    const { world, attacker, victim } = attack;
    await world.store(victim.organizationId);
    await world.store(victim.organizationId);
    const page = (await send('GET', '/api/stores?limit=1', victim.headers)).json();
    const seen = await storesOf(attacker.headers, `?cursor=${page.nextCursor}`);
    const own = await storesOf(attacker.headers, '?limit=100');
    expect(seen.filter((id) => !own.includes(id))).toEqual([]);
  });
});

describe('an Idempotency-Key of somebody else', () => {
  it('brings nothing of theirs', async () => {
    const headers = { ...attack.victim.headers, 'idempotency-key': 'shared-key' };
    const created = await send('POST', '/api/stores', headers, { name: 'Tea' });
    const copied = { ...attack.attacker.headers, 'idempotency-key': 'shared-key' };
    const other = await send('POST', '/api/stores', copied, { name: 'Tea' });
    expect([created.statusCode, other.statusCode]).toEqual([202, 202]);
    expect(other.json().store.id).not.toBe(created.json().store.id);
  });

  it('brings nothing of an organization in which the same person no longer acts', async () => {
    const { world, attacker, victim } = attack;
    const key = { 'idempotency-key': 'moving-key' };
    const [there, here] = [
      await world.session(attacker.accountId, victim.organizationId),
      await world.session(attacker.accountId, attacker.organizationId),
    ];
    const first = await send('POST', '/api/stores', { ...here.headers, ...key }, { name: 'Tea' });
    const second = await send('POST', '/api/stores', { ...there.headers, ...key }, { name: 'Tea' });
    expect([first.statusCode, second.statusCode]).toEqual([202, 403]);
  });
});
