import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { connectStack } from '../support/stack.ts';
import { StoreUnderTest } from '../support/store.ts';
import { writablePlaces } from '../support/writable-places.ts';

// Attacks on a selling EverShop, also with what another store of the same image gave out.
const stack = await connectStack();
const engine = stack.engines.get('evershop');
const { available } = stack.engines.availability(engine.id);
// EverShop's API rewrites what looks like a tag, so the password that others use does not sign in there.
const ownerPassword = 'a plain pass phrase';
const store = new StoreUnderTest(stack, engine, { ownerPassword });
const other = new StoreUnderTest(stack, engine, { ownerPassword });
const soon = (): AbortSignal => AbortSignal.timeout(60_000);

async function statusOf(path: string, method: 'GET' | 'POST' = 'GET'): Promise<number> {
  return (await store.http(soon())({ path, method })).status;
}

function post(target: StoreUnderTest, path: string, json: unknown, headers: Readonly<Record<string, string>> = {}) {
  return target.http(soon())({ method: 'POST', path: `/api${path}`, json, headers });
}

/** The session cookie of a first visit. */
async function visit(target: StoreUnderTest): Promise<string> {
  const { headers } = await target.http(soon())({ path: '/' });
  return /\bsid=[^;]+/.exec(String(headers['set-cookie']))?.[0] ?? '';
}

const cartSchema = z.object({ data: z.object({ myCart: z.object({ uuid: z.string() }).nullable() }) });

/** The cart that a session has, by what the shop itself says. */
async function cartOf(target: StoreUnderTest, cookie: string): Promise<string | undefined> {
  const { body } = await post(target, '/graphql', { query: '{ myCart { uuid } }' }, { cookie });
  return cartSchema.parse(JSON.parse(body)).data.myCart?.uuid;
}

describe.skipIf(!available)('attacks', () => {
  beforeAll(async () => {
    const signal = AbortSignal.timeout(200_000);
    await Promise.all([store.create(signal), other.create(signal)]);
  }, 240_000);

  afterAll(() => Promise.all([store.remove(), other.remove()]), 150_000);

  test.each([
    '/.env',
    '/package.json',
    '/config/production.json',
    '/config/custom-environment-variables.json',
    '/runtime/serve.mjs',
    '/node_modules/pg/package.json',
    '/.evershop/build/frontStore/server/index.js',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/media/..%2fconfig%2fproduction.json',
    '/live',
    '/ready',
  ])('%s is not there', async (path) => {
    // 403 is how static files refuse a path that leads out of their folder.
    expect([403, 404]).toContain(await statusOf(path));
  });

  test.each([
    ['web', 'shop', ['/srv/shop/media', '/srv/shop/.evershop/images', '/srv/shop/.evershop/sitemap', '/tmp']],
    ['database', 'postgresql', ['/var/lib/postgresql', '/run/postgresql', '/tmp']],
  ])('the %s can write where no code is loaded from, and nowhere else', async (component, container, places) => {
    expect(await writablePlaces(store, component, container)).toEqual({
      inImage: [],
      isRootReadOnly: true,
      mounted: new Set(places),
    });
  });

  test('a cart of one store opens in no other', async () => {
    const cookie = await visit(store);
    const added = await post(store, '/cart/mine/items', { sku: 'SAMPLE-CUP', qty: 1 }, { cookie });
    expect(added.status, added.body).toBe(200);
    expect(await cartOf(store, cookie)).toBeDefined();
    expect(await cartOf(other, cookie)).toBeUndefined();
  });

  test("an owner's token of one store opens no other", async () => {
    const tokenSchema = z.object({ data: z.object({ accessToken: z.string() }) });
    const login = { email: store.spec.adminEmail, password: ownerPassword };
    const { accessToken } = tokenSchema.parse(JSON.parse((await post(store, '/user/tokens', login)).body)).data;
    const headers = { authorization: `Bearer ${accessToken}` };
    const change = { storeDescription: 'changed' };
    expect((await post(store, '/settings', change, headers)).status).toBe(200);
    expect((await post(other, '/settings', change, headers)).status).toBe(401);
    expect((await post(store, '/settings', change)).status).toBe(401);
  });

  test.each(['postgres', 'evershop'])('the database lets nobody in as %s without the password', async (user) => {
    const connect = `
      import pg from 'pg';
      const client = new pg.Client({ host: 'database', user: '${user}', database: 'evershop', password: 'guess' });
      await client.connect().then(() => process.exit(0), (error) => { console.log(error.code); process.exit(7); });`;
    const command = ['node', '--input-type=module', '--eval', connect];
    const { exitCode, stdout } = await store.runInPod({ component: 'web', container: 'shop', command }, soon());
    expect([exitCode, stdout.trim()]).toEqual([7, user === 'postgres' ? '28000' : '28P01']);
  });

  test('guessing passwords is slowed down', async () => {
    const guess = { email: other.spec.adminEmail, password: 'guess' };
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 10; attempt += 1) statuses.push((await post(other, '/user/tokens', guess)).status);
    expect(statuses.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 400));
    expect(statuses.slice(8)).toEqual([429, 429]);
    for (const path of ['/user/tokens/', '/USER/tokens', '/user/tokens?x=1', '/user/%74okens', '/user//tokens']) {
      expect([404, 429], path).toContain((await post(other, path, guess)).status);
    }
    const elsewhere = { 'x-forwarded-for': '203.0.113.9' };
    expect((await post(other, '/user/tokens', guess, elsewhere)).status).toBe(429);
  });
});
