import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccountsApi, type AccountsApi } from '../../testing/accounts-api.ts';
import type { Browser } from '../../testing/browser.ts';
import { invitePerson, personPassword, type SignedInPerson } from '../../testing/people.ts';

let api: AccountsApi;
let operator: Browser;
let person: SignedInPerson;
let count = 0;
beforeAll(async () => {
  api = await createAccountsApi();
  operator = await api.operator();
});
beforeEach(async () => {
  person = await invitePerson(api, operator, { email: `person.${++count}@example.com`, role: 'member' });
});
afterAll(() => api.close());

const sessionCookie = 'shopwright-session';
const nextPassword = 'ladder velvet pigeon crater';

async function secondBrowser(): Promise<Browser> {
  const browser = api.browser();
  expect((await browser.signIn(person.email, personPassword)).statusCode).toBe(200);
  return browser;
}

describe('an account', () => {
  it('has the name that its person chose', async () => {
    const renamed = await person.browser.send('PATCH', '/api/account', { name: '  Ada   Lovelace ' });
    expect(renamed.json()).toMatchObject({ name: 'Ada Lovelace', email: person.email, hasPassword: true });
  });

  it.each([{ isOperator: true }, { email: 'other@example.com' }, { role: 'owner' }])(
    'takes nothing but a name: not %j',
    async (extra) => {
      const response = await person.browser.send('PATCH', '/api/account', { name: 'Ada', ...extra });
      expect([response.statusCode, response.json().code]).toEqual([400, 'VALIDATION_FAILED']);
    },
  );
});

describe('changing the password', () => {
  it('ends every other session and gives this one a new secret', async () => {
    const other = await secondBrowser();
    const before = person.browser.cookies.get(sessionCookie) ?? '';
    const stolen = api.browser();
    stolen.cookies.set(sessionCookie, before);
    const body = { currentPassword: personPassword, newPassword: nextPassword };
    const changed = await person.browser.send('PUT', '/api/account/password', body);
    expect(changed.statusCode, changed.body).toBe(204);
    expect(await other.session()).toMatchObject({ account: null });
    expect(await stolen.session()).toMatchObject({ account: null });
    expect(await person.browser.session()).toMatchObject({ account: { email: person.email } });
    expect((await api.browser().signIn(person.email, personPassword)).statusCode).toBe(401);
    expect((await api.browser().signIn(person.email, nextPassword)).statusCode).toBe(200);
    expect(api.mails.at(-1)).toMatchObject({ to: person.email, subject: 'Your Shopwright password was changed' });
  });

  it.each([
    [{ currentPassword: 'wrong', newPassword: nextPassword }, 403, 'PASSWORD_WRONG'],
    [{ newPassword: nextPassword }, 403, 'PASSWORD_WRONG'],
    [{ currentPassword: personPassword, newPassword: 'password1234' }, 422, 'PASSWORD_TOO_WEAK'],
    [{ currentPassword: personPassword, newPassword: 'short' }, 400, 'VALIDATION_FAILED'],
  ])('is refused with %j', async (body, status, code) => {
    const response = await person.browser.send('PUT', '/api/account/password', body);
    expect([response.statusCode, response.json().code]).toEqual([status, code]);
    expect((await api.browser().signIn(person.email, personPassword)).statusCode).toBe(200);
  });

  it('cannot be guessed at from an unlocked screen', async () => {
    const answers = [];
    for (let guess = 0; guess < 8; guess++) {
      const body = { currentPassword: `guess ${guess}`, newPassword: nextPassword };
      answers.push((await person.browser.send('PUT', '/api/account/password', body)).json().code);
    }
    expect(answers.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'PASSWORD_WRONG'));
    expect(answers.at(-1)).toBe('SIGN_IN_DELAYED');
  });
});

describe('sessions', () => {
  it('are listed with where they are, and ended one by one or all others at once', async () => {
    const [second, third] = [await secondBrowser(), await secondBrowser()];
    const { items } = (await person.browser.send('GET', '/api/account/sessions')).json();
    expect(items).toHaveLength(3);
    expect(items.filter((item: { isCurrent: boolean }) => item.isCurrent)).toHaveLength(1);
    expect(items[0]).toMatchObject({ address: '192.0.2.1', userAgent: 'test browser' });
    const secondId = (await second.send('GET', '/api/account/sessions'))
      .json()
      .items.find((item: { isCurrent: boolean }) => item.isCurrent).id;
    expect((await person.browser.send('DELETE', `/api/account/sessions/${secondId}`)).statusCode).toBe(204);
    expect(await second.session()).toMatchObject({ account: null });
    expect((await person.browser.send('DELETE', '/api/account/sessions')).statusCode).toBe(204);
    expect(await third.session()).toMatchObject({ account: null });
    expect(await person.browser.session()).toMatchObject({ account: { email: person.email } });
  });

  it('of others do not exist', async () => {
    const { items } = (await operator.send('GET', '/api/account/sessions')).json();
    const response = await person.browser.send('DELETE', `/api/account/sessions/${items[0].id}`);
    expect([response.statusCode, response.json().code]).toEqual([404, 'SESSION_NOT_FOUND']);
    expect(await operator.session()).toMatchObject({ isOperator: true });
  });
});
