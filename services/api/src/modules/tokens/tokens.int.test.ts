import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAccountsApi, type AccountsApi } from '../../testing/accounts-api.ts';
import type { Browser } from '../../testing/browser.ts';
import { createTestToken, invitePerson, statusWithToken, type SignedInPerson } from '../../testing/people.ts';
import { testToken } from '../../testing/test-config.ts';

let api: AccountsApi;
let operator: Browser;
let owner: SignedInPerson;
beforeAll(async () => {
  api = await createAccountsApi();
  operator = await api.operator();
  await operator.send('POST', '/api/organizations', { name: 'Company' });
  owner = await invitePerson(api, operator, { email: 'owner@example.com', role: 'owner' });
});
afterAll(() => api.close());

const organization = { method: 'GET', url: '/api/organization' } as const;

describe('a token', () => {
  it('is shown once, recognizable, and kept as a digest', async () => {
    const { secret } = await createTestToken(owner.browser);
    expect(secret).toMatch(/^sw_[A-Za-z0-9_-]{43}$/);
    const { rows } = await api.database.pool.query('select * from tokens');
    const listed = await owner.browser.send('GET', '/api/tokens');
    expect(`${JSON.stringify(rows)}${listed.body}`).not.toContain(secret);
    expect(listed.json().items[0]).toMatchObject({ prefix: secret.slice(0, 10), scope: 'write', lastUsedAt: null });
  });

  it('stops working at once when it is revoked, and stays dead', async () => {
    const { secret, id } = await createTestToken(owner.browser);
    expect(await statusWithToken(api, secret, organization)).toBe(200);
    expect((await owner.browser.send('DELETE', `/api/tokens/${id}`)).statusCode).toBe(204);
    expect(await statusWithToken(api, secret, organization)).toBe(401);
    expect((await owner.browser.send('DELETE', `/api/tokens/${id}`)).json().code).toBe('TOKEN_NOT_FOUND');
  });

  it('stops working when it expires', async () => {
    const { secret, id } = await createTestToken(owner.browser, { expiresInDays: 1 });
    await api.database.pool.query("update tokens set expires_at = now() - interval '1 second' where id = $1", [id]);
    expect(await statusWithToken(api, secret, organization)).toBe(401);
  });

  it('notes its last use, once a minute', async () => {
    const { secret, id } = await createTestToken(owner.browser);
    const lastUse = async (): Promise<string | undefined> => {
      const { rows } = await api.database.pool.query('select last_used_at::text as at from tokens where id = $1', [id]);
      return rows[0]?.at ?? undefined;
    };
    await statusWithToken(api, secret, organization);
    const first = await vi.waitUntil(lastUse, { timeout: 5000 });
    await statusWithToken(api, secret, organization);
    expect(await lastUse()).toBe(first);
    await api.database.pool.query("update tokens set last_used_at = now() - interval '61 seconds' where id = $1", [id]);
    const before = await lastUse();
    await statusWithToken(api, secret, organization);
    await vi.waitUntil(async () => (await lastUse()) !== before, { timeout: 5000 });
  });

  it('reads only where it is for reading, and is never a person or an administrator', async () => {
    const read = await createTestToken(owner.browser, { scope: 'read' });
    const write = await createTestToken(owner.browser);
    const create = { method: 'POST', url: '/api/stores', payload: { name: 'Tea' } } as const;
    expect(await statusWithToken(api, read.secret, create)).toBe(403);
    const forPeople = [
      { method: 'GET', url: '/api/account/sessions' },
      { method: 'POST', url: '/api/organizations', payload: { name: 'x' } },
      { method: 'GET', url: '/api/tokens' },
      { method: 'POST', url: '/api/tokens', payload: { name: 'more', scope: 'write' } },
      { method: 'POST', url: '/api/organization/invitations', payload: { email: 'x@example.com', role: 'viewer' } },
      { method: 'GET', url: '/api/accounts' },
    ] as const;
    for (const request of forPeople) expect(await statusWithToken(api, write.secret, request), request.url).toBe(403);
  });

  it('reaches no farther than the current role of its account', async () => {
    const admin = await invitePerson(api, owner.browser, { email: 'fading@example.com', role: 'admin' });
    const { secret } = await createTestToken(admin.browser);
    const audit = { method: 'GET', url: '/api/stores/audit/log' } as const;
    expect(await statusWithToken(api, secret, audit)).toBe(200);
    await owner.browser.send('PATCH', `/api/organization/members/${admin.accountId}`, { role: 'viewer' });
    expect(await statusWithToken(api, secret, audit)).toBe(403);
    expect(await statusWithToken(api, secret, organization)).toBe(200);
  });

  it('acts in its own organization, whatever its account does meanwhile', async () => {
    const { secret } = await createTestToken(owner.browser);
    await owner.browser.send('POST', '/api/organizations', { name: 'Second' });
    const response = await api.app.inject({ ...organization, headers: { authorization: `Bearer ${secret}` } });
    expect(response.json().name).toBe('Company');
    const { items } = (await owner.browser.send('GET', '/api/organizations')).json();
    const company = items.find((item: { name: string }) => item.name === 'Company');
    await owner.browser.send('PUT', '/api/session/organization', { organizationId: company.id });
  });

  it('of a store is for a store of the organization and creates none', async () => {
    const missing = await owner.browser.send('POST', '/api/tokens', {
      name: 'x',
      scope: 'write',
      storeId: 'st-aaaaaaaaaa',
    });
    expect(missing.json().code).toBe('STORE_NOT_FOUND');
  });

  it('of another organization does not exist', async () => {
    const { id } = await createTestToken(owner.browser);
    const stranger = await invitePerson(api, owner.browser, { email: 'stranger@example.com', role: 'viewer' });
    await stranger.browser.send('POST', '/api/organizations', { name: 'Their own' });
    expect((await stranger.browser.send('DELETE', `/api/tokens/${id}`)).json().code).toBe('TOKEN_NOT_FOUND');
    expect((await stranger.browser.send('GET', '/api/tokens')).json().items).toEqual([]);
  });
});

describe('a platform token', () => {
  it('makes no tokens, so that revoking it is the end of it', async () => {
    const { secret } = await createTestToken(operator, { scope: 'platform' });
    const payload = { name: 'heir', scope: 'platform' };
    expect(await statusWithToken(api, secret, { method: 'POST', url: '/api/tokens', payload })).toBe(403);
  });

  it('is for operators only', async () => {
    const refused = await owner.browser.send('POST', '/api/tokens', { name: 'x', scope: 'platform' });
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'ROLE_NOT_ALLOWED']);
    const { secret } = await createTestToken(operator, { scope: 'platform' });
    expect(await statusWithToken(api, secret, { method: 'GET', url: '/api/accounts' })).toBe(200);
  });

  it('is made at the first start from the configuration, and can be revoked', async () => {
    const accounts = { method: 'GET', url: '/api/accounts' } as const;
    expect(await statusWithToken(api, testToken, accounts)).toBe(200);
    await operator.send('PUT', '/api/session/organization', { organizationId: 'org-default' });
    const { items } = (await operator.send('GET', '/api/tokens')).json();
    const first = items.find((item: { name: string }) => item.name === 'First start');
    expect(first).toMatchObject({ scope: 'platform', expiresAt: null });
    await operator.send('DELETE', `/api/tokens/${first.id}`);
    expect(await statusWithToken(api, testToken, accounts)).toBe(401);
  });

  it("is never made of an operator's token of a smaller scope", async () => {
    const { secret } = await createTestToken(operator);
    expect(await statusWithToken(api, secret, { method: 'GET', url: '/api/accounts' })).toBe(403);
  });
});
