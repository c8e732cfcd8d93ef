import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFirstOperator } from '../../auth/first-operator.ts';
import { createAccountsApi, operatorEmail, operatorPassword, type AccountsApi } from '../../testing/accounts-api.ts';
import type { Browser } from '../../testing/browser.ts';
import { quickPasswords } from '../../testing/quick-passwords.ts';
import { createTestToken, invitePerson, personPassword, statusWithToken } from '../../testing/people.ts';

let api: AccountsApi;
let operator: Browser;
beforeAll(async () => {
  api = await createAccountsApi();
  operator = await api.operator();
});
afterAll(() => api.close());

describe('operators', () => {
  it('see every account, page by page', async () => {
    const person = await invitePerson(api, operator, { email: 'listed@example.com', role: 'owner' });
    const first = (await operator.send('GET', '/api/accounts?limit=1')).json();
    expect(first.items).toMatchObject([{ email: person.email, isOperator: false, organizations: 1, disabledAt: null }]);
    const second = (await operator.send('GET', `/api/accounts?limit=1&cursor=${first.nextCursor}`)).json();
    expect(second.items).toMatchObject([{ email: operatorEmail, isOperator: true }]);
    expect((await operator.send('GET', '/api/accounts?search=LISTED')).json().items).toHaveLength(1);
    expect((await operator.send('GET', '/api/accounts?search=%25')).json().items).toHaveLength(0);
    expect((await person.browser.send('GET', '/api/accounts')).statusCode).toBe(403);
  });

  it('keep an account out at once: sessions, tokens and sign-in, and let it in again', async () => {
    const person = await invitePerson(api, operator, { email: 'out@example.com', role: 'admin' });
    const token = await createTestToken(person.browser);
    const url = `/api/accounts/${person.accountId}`;
    const read = { method: 'GET', url: '/api/organization' } as const;
    expect((await operator.send('POST', `${url}/disable`)).json().disabledAt).not.toBeNull();
    expect((await person.browser.send('GET', '/api/organization')).statusCode).toBe(401);
    expect(await statusWithToken(api, token.secret, read)).toBe(401);
    const refused = await api.browser().signIn(person.email, personPassword);
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'INVALID_CREDENTIALS']);
    expect((await operator.send('POST', `${url}/enable`)).json().disabledAt).toBeNull();
    expect((await api.browser().signIn(person.email, personPassword)).statusCode).toBe(200);
    expect(await statusWithToken(api, token.secret, read)).toBe(200);
    expect((await person.browser.send('GET', '/api/organization')).statusCode).toBe(401);
  });

  it('never disable the last of them', async () => {
    const { account } = await operator.session();
    const response = await operator.send('POST', `/api/accounts/${account.id}/disable`);
    expect([response.statusCode, response.json().code]).toEqual([409, 'LAST_OPERATOR']);
    expect((await operator.send('POST', '/api/accounts/acc-aaaaaaaaaaaaaaaa/disable')).json().code).toBe(
      'ACCOUNT_NOT_FOUND',
    );
  });
});

describe('the first operator', () => {
  const passwords = quickPasswords();
  const credentials = { email: 'Second@example.com', password: 'lamp otter granite violin' };

  it('is made once, however often and by however many processes the API is started', async () => {
    const own = await createAccountsApi();
    await own.database.pool.query('truncate accounts cascade');
    const emails = ['First@example.com', 'second@example.com', 'third@example.com'];
    const made = await Promise.all(
      emails.map((email) => ensureFirstOperator(own.database.db, passwords, { ...credentials, email })),
    );
    expect(made.filter(Boolean)).toHaveLength(1);
    const email = emails[made.indexOf(true)] ?? '';
    expect((await own.browser().signIn(email, credentials.password)).statusCode).toBe(200);
    expect(await ensureFirstOperator(own.database.db, passwords, credentials)).toBe(false);
    await own.close();
  });

  it('is not made beside another, and never of somebody who has an account', async () => {
    expect(await ensureFirstOperator(api.database.db, passwords, credentials)).toBe(false);
    expect((await api.browser().signIn(credentials.email, credentials.password)).statusCode).toBe(401);
    const own = await createAccountsApi();
    await own.database.pool.query('update accounts set is_operator = false');
    expect(
      await ensureFirstOperator(own.database.db, passwords, { email: operatorEmail, password: operatorPassword }),
    ).toBe(false);
    await own.close();
  });
});
