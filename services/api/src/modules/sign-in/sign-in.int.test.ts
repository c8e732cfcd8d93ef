import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAccountsApi, operatorEmail, operatorPassword, type AccountsApi } from '../../testing/accounts-api.ts';
import { quickPasswords } from '../../testing/quick-passwords.ts';

const passwords = quickPasswords();
let api: AccountsApi;
beforeAll(async () => {
  api = await createAccountsApi({}, { passwords });
});
afterAll(() => api.close());

const sessionCookie = 'shopwright-session';

describe('signing in', () => {
  it('sets a cookie that scripts cannot read and other sites cannot send, and opens a session', async () => {
    const browser = api.browser();
    const response = await browser.signIn(operatorEmail.toUpperCase(), operatorPassword);
    expect([response.statusCode, response.json()]).toEqual([200, { twoFactorRequired: false }]);
    const header = [response.headers['set-cookie']].flat().find((line) => line?.startsWith(sessionCookie));
    expect(header).toMatch(
      /^shopwright-session=[A-Za-z0-9_-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(await browser.session()).toMatchObject({
      account: { email: operatorEmail, isOperator: true },
      via: 'session',
      organization: { id: 'org-default', role: 'owner' },
      role: 'owner',
    });
  });

  it('keeps only a digest of the secret', async () => {
    const browser = await api.operator();
    const { rows } = await api.database.pool.query('select * from sessions');
    expect(JSON.stringify(rows)).not.toContain(browser.cookies.get(sessionCookie));
  });

  it('gives a new session every time and ends the one before: what was planted in a browser is worth nothing', async () => {
    const browser = await api.operator();
    const before = browser.cookies.get(sessionCookie);
    const planted = api.browser();
    planted.cookies.set(sessionCookie, before ?? '');
    await browser.signIn(operatorEmail, operatorPassword);
    expect(browser.cookies.get(sessionCookie)).not.toBe(before);
    expect(await planted.session()).toMatchObject({ account: null });

    const fixed = api.browser();
    fixed.cookies.set(sessionCookie, 'x'.repeat(43));
    await fixed.signIn(operatorEmail, operatorPassword);
    expect(fixed.cookies.get(sessionCookie)).not.toBe('x'.repeat(43));
  });

  it('ends with signing out, for the server too', async () => {
    const browser = await api.operator();
    const copy = api.browser();
    copy.cookies.set(sessionCookie, browser.cookies.get(sessionCookie) ?? '');
    expect((await browser.send('POST', '/api/auth/sign-out')).statusCode).toBe(204);
    expect(browser.cookies.has(sessionCookie)).toBe(false);
    expect((await copy.send('GET', '/api/organization')).statusCode).toBe(401);
  });

  it.each([
    ['unused for too long', "last_seen_at = now() - interval '721 minutes'"],
    ['too old, however much used', "expires_at = now() - interval '1 second'"],
  ])('is needed again after a session that is %s', async (_what, change) => {
    const browser = await api.operator();
    const id = (await browser.send('GET', '/api/account/sessions')).json().items[0].id;
    await api.database.pool.query(`update sessions set ${change} where id = $1`, [id]);
    expect((await browser.send('GET', '/api/organization')).statusCode).toBe(401);
    expect(await browser.session()).toMatchObject({ account: null, permissions: [] });
  });

  it('is audited, refused ones too, without what was typed', async () => {
    const browser = api.browser('192.0.2.77');
    await browser.signIn('nobody@example.com', 'a password that was typed');
    await browser.signIn(operatorEmail, operatorPassword);
    const { rows } = await api.database.pool.query(
      "select type, data, source from events where type like 'sign-in.%' and source->>'address' = '192.0.2.77' order by id",
    );
    expect(rows.map((row) => row.type)).toEqual(['sign-in.refused', 'sign-in.succeeded']);
    expect(JSON.stringify(rows)).not.toMatch(/typed|nobody@/);
  });
});

describe('a refused sign-in', () => {
  it('says the same of an address with an account and one without', async () => {
    const [known, unknown] = await Promise.all([
      api.browser('192.0.2.10').signIn(operatorEmail, 'wrong password here'),
      api.browser('192.0.2.11').signIn('stranger@example.com', 'wrong password here'),
    ]);
    const withoutId = (body: Record<string, unknown>) => ({ ...body, requestId: '' });
    expect(known.statusCode).toBe(401);
    expect(withoutId(known.json())).toEqual(withoutId(unknown.json()));
    expect(known.headers['set-cookie']).toBeUndefined();
  });

  it('works as hard for an address without an account', async () => {
    const verify = vi.spyOn(passwords, 'verify');
    const typed = 'wrong password here';
    await api.browser('198.51.100.1').signIn(operatorEmail, typed);
    await api.browser('198.51.100.2').signIn('stranger@example.com', typed);
    // Comparing with no hash is the same work: that is for the unit test of passwords.
    expect(verify.mock.calls).toEqual([
      [expect.stringContaining('$argon2id$'), typed],
      [undefined, typed],
    ]);
  });

  it('makes the next ones wait, longer and longer, and only where the guesses come from', async () => {
    const guesser = api.browser('203.0.113.5');
    const answers = [];
    for (let guess = 0; guess < 8; guess++) answers.push(await guesser.signIn('victim@example.com', `guess ${guess}`));
    const statuses = answers.map((answer) => answer.statusCode);
    expect(statuses.slice(0, 6)).toEqual([401, 401, 401, 401, 401, 401]);
    expect(statuses.at(-1)).toBe(429);
    expect(answers.at(-1)?.json()).toMatchObject({ code: 'SIGN_IN_DELAYED' });
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    const elsewhere = await api.browser('203.0.113.6').signIn('victim@example.com', 'guess from elsewhere');
    expect(elsewhere.statusCode).toBe(401);
  });

  it('counts guesses that are made at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_none, guess) =>
        api.browser('203.0.113.9').signIn('crowd@example.com', `guess ${guess}`),
      ),
    );
    const heard = answers.filter((answer) => answer.statusCode === 401);
    expect(heard.length).toBeLessThanOrEqual(7);
  });

  it('never keeps the owner out where the account was used before', async () => {
    const owner = api.browser('203.0.113.20');
    await owner.signIn(operatorEmail, operatorPassword);
    for (let guess = 0; guess < 26; guess++) {
      await api.browser(`203.0.113.${100 + guess}`).signIn(operatorEmail, 'wrong password here');
    }
    const stranger = await api.browser('203.0.113.200').signIn(operatorEmail, operatorPassword);
    expect(stranger.statusCode).toBe(429);
    expect((await owner.signIn(operatorEmail, operatorPassword)).statusCode).toBe(200);
  });
});

describe('changes with a session cookie', () => {
  it.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from a store on a sibling host', { 'sec-fetch-site': 'same-site' }],
    ['from another origin in an older browser', { 'sec-fetch-site': undefined, origin: 'https://evil.example' }],
    ['from an opaque origin', { 'sec-fetch-site': undefined, origin: 'null' }],
    ['without any proof of where they come from', { 'sec-fetch-site': undefined }],
  ])('%s are refused', async (_what, headers) => {
    const browser = await api.operator();
    const response = await browser.send('POST', '/api/organizations', { name: 'Forged' }, { headers });
    expect([response.statusCode, response.json().code]).toEqual([403, 'CROSS_SITE_REQUEST']);
  });

  it('from the dashboard itself are accepted in an older browser too', async () => {
    const browser = await api.operator();
    const headers = { 'sec-fetch-site': undefined, origin: 'http://localhost:8080' };
    const response = await browser.send('PATCH', '/api/account', { name: 'Renamed' }, { headers });
    expect(response.statusCode).toBe(200);
  });

  it('a sign-in from another site is refused: nobody is signed in as somebody else', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const body = { email: operatorEmail, password: operatorPassword };
    const response = await api.browser().send('POST', '/api/auth/sign-in', body, { headers });
    expect([response.statusCode, response.headers['set-cookie']]).toEqual([403, undefined]);
  });

  it("are not the browser's where a token is sent", async () => {
    const browser = await api.operator();
    const response = await browser.send('GET', '/api/organization', undefined, {
      headers: { authorization: 'Bearer wrong-token-0123456789-0123456789' },
    });
    expect(response.statusCode).toBe(401);
  });
});
