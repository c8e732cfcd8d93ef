import { recordEvent } from '@shopwright/database';
import { deleteMember, revokeToken, setRole } from '@shopwright/database/accounts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { followEvents, type SseClient, type SseMessage } from '../testing/sse-client.ts';
import type { Headers } from '../testing/world.ts';
import { createAttackApi, type AttackApi } from './attack-api.ts';

let attack: AttackApi;
const open: SseClient[] = [];
beforeAll(async () => {
  attack = await createAttackApi();
});
afterEach(() => {
  for (const client of open.splice(0)) client.close();
});
afterAll(() => attack.close());

async function follow(headers: Headers, query = ''): Promise<SseClient> {
  const client = await followEvents(`${attack.address}/api/events${query}`, { ...headers });
  open.push(client);
  return client;
}

/** Everything until the first event of this store; what comes before it has been seen or was never sent. */
async function until(client: SseClient, storeId: string): Promise<SseMessage[]> {
  const seen: SseMessage[] = [];
  for (let message = await client.next(); message !== undefined; message = await client.next()) {
    seen.push(message);
    if (message.data['storeId'] === storeId) break;
  }
  return seen;
}

const storesIn = (messages: readonly SseMessage[]) =>
  new Set(messages.map((message) => message.data['storeId']).filter((id) => typeof id === 'string'));

describe('the event stream', () => {
  it('brings live nothing of another organization', async () => {
    const { world, attacker, victim } = attack;
    const client = await follow(attacker.headers);
    await client.next();
    for (let index = 0; index < 5; index += 1) await world.store(victim.organizationId);
    const { storeId } = await world.store(attacker.organizationId);
    expect([...storesIn(await until(client, storeId))]).toEqual([storeId]);
  });

  it.each([
    ['Last-Event-ID', (id: string) => [{ 'last-event-id': id }, ''] as const],
    ['lastEventId', (id: string) => [{}, `?lastEventId=${id}`] as const],
  ])('replays nothing of another organization after %s', async (_what, from) => {
    const { world, attacker, victim } = attack;
    const start = await (await follow(attacker.headers)).next();
    const theirs = await world.store(victim.organizationId);
    const { storeId } = await world.store(attacker.organizationId);
    const [headers, query] = from(start?.id ?? '0');
    const seen = storesIn(await until(await follow({ ...attacker.headers, ...headers }, query), storeId));
    expect([seen.has(storeId), seen.has(theirs.storeId)]).toEqual([true, false]);
  });

  it('replays from the very beginning nothing of another organization', async () => {
    const { world, attacker } = attack;
    const { storeId } = await world.store(attacker.organizationId);
    const seen = await until(await follow({ ...attacker.headers, 'last-event-id': '0' }), storeId);
    const organizations = new Set(seen.slice(1).map((message) => message.data['organizationId']));
    expect([...organizations]).toEqual([attacker.organizationId]);
  });

  it('of one store brings nothing where the store is of another organization', async () => {
    const { world, attacker, victim } = attack;
    const theirs = await world.store(victim.organizationId);
    const client = await follow({ ...attacker.headers, 'last-event-id': '0' }, `?storeId=${theirs.storeId}`);
    expect((await client.next())?.event).toBe('hello');
    await world.endedStore(victim.organizationId, 'failed');
    const news = await Promise.race([client.next(), follow(attacker.headers).then((other) => other.next())]);
    expect(news?.event).toBe('hello');
  });

  it('for a token of one store brings that store only', async () => {
    const { world, victim } = attack;
    const own = await world.store(victim.organizationId);
    const owner = { accountId: victim.ownerId, organizationId: victim.organizationId };
    const { headers } = await world.token(owner, { storeId: own.storeId });
    await world.store(victim.organizationId);
    const seen = await until(await follow({ ...headers, 'last-event-id': '0' }), own.storeId);
    expect([...storesIn(seen)]).toEqual([own.storeId]);
  });

  it('shows a viewer neither where requests came from nor what concerns no store', async () => {
    const { api, world, victim } = attack;
    const { organizationId } = victim;
    const headers = await attack.personOf(organizationId, 'viewer');
    const client = await follow(headers);
    await client.next();
    const actor = { kind: 'system', id: 'test', name: 'Test' } as const;
    await recordEvent(api.database.db, { type: 'member.removed', actor, organizationId });
    const { storeId } = await world.store(organizationId);
    const [first] = await until(client, storeId);
    expect(first?.data).toMatchObject({ storeId, source: null });
  });
});

describe('an open stream ends with the right to it', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['a revoked token', 'token'],
    ['a member that was removed', 'removed'],
    ['a role that sees less', 'role'],
  ] as const)('%s', async (_what, kind) => {
    const { api, world, victim } = attack;
    const { organizationId } = victim;
    const { db } = api.database;
    const accountId = await world.member(organizationId, 'member');
    const token = await world.token({ accountId, organizationId });
    const session = await world.session(accountId, organizationId);
    const client = await follow(kind === 'token' ? token.headers : session.headers);
    await client.next();
    await world.store(organizationId);
    expect((await client.next())?.event).toBe('event');
    await db.transaction(async (tx) => {
      if (kind === 'token') await revokeToken(tx, organizationId, { id: token.id, at: new Date() });
      if (kind === 'removed') await deleteMember(tx, organizationId, accountId);
      if (kind === 'role') await setRole(tx, organizationId, accountId, 'viewer');
    });
    // Rights are looked up again once a second; what happens after that does not arrive any more.
    vi.setSystemTime(Date.now() + 1001);
    const { storeId } = await world.store(organizationId);
    expect([...storesIn(await until(client, storeId))]).not.toContain(storeId);
  });
});
