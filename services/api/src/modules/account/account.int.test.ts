import { describe, expect, it } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { personPassword } from '../../testing/people.ts';
import { personPerTest } from '../../testing/person-per-test.ts';

const scene = personPerTest();

const sessionCookie = 'shopwright-session';
const nextPassword = 'ladder velvet pigeon crater';

async function secondBrowser(): Promise<Browser> {
  const browser = scene.api.browser();
  expect((await browser.signIn(scene.person.email, personPassword)).statusCode).toBe(200);
  return browser;
}

describe('an account', () => {
  it('has the name that its person chose', async () => {
    const renamed = await scene.person.browser.send('PATCH', '/api/account', { name: '  Ada   Lovelace ' });
    expect(renamed.json()).toMatchObject({ name: 'Ada Lovelace', email: scene.person.email, hasPassword: true });
  });

  it.each([{ isOperator: true }, { email: 'other@example.com' }, { role: 'owner' }])(
    'takes nothing but a name: not %j',
    async (extra) => {
      const response = await scene.person.browser.send('PATCH', '/api/account', { name: 'Ada', ...extra });
      expect([response.statusCode, response.json().code]).toEqual([400, 'VALIDATION_FAILED']);
    },
  );
});

describe('changing the password', () => {
  it('ends every other session and gives this one a new secret', async () => {
    const other = await secondBrowser();
    const before = scene.person.browser.cookies.get(sessionCookie) ?? '';
    const stolen = scene.api.browser();
    stolen.cookies.set(sessionCookie, before);
    const body = { currentPassword: personPassword, newPassword: nextPassword };
    const changed = await scene.person.browser.send('PUT', '/api/account/password', body);
    expect(changed.statusCode, changed.body).toBe(204);
    expect(await other.session()).toMatchObject({ account: null });
    expect(await stolen.session()).toMatchObject({ account: null });
    expect(await scene.person.browser.session()).toMatchObject({ account: { email: scene.person.email } });
    expect((await scene.api.browser().signIn(scene.person.email, personPassword)).statusCode).toBe(401);
    expect((await scene.api.browser().signIn(scene.person.email, nextPassword)).statusCode).toBe(200);
    expect(scene.api.mails.at(-1)).toMatchObject({
      to: scene.person.email,
      subject: 'Your Shopwright password was changed',
    });
  });

  it.each([
    [{ currentPassword: 'wrong', newPassword: nextPassword }, 403, 'PASSWORD_WRONG'],
    [{ newPassword: nextPassword }, 403, 'PASSWORD_WRONG'],
    [{ currentPassword: personPassword, newPassword: 'password1234' }, 422, 'PASSWORD_TOO_WEAK'],
    [{ currentPassword: personPassword, newPassword: 'short' }, 400, 'VALIDATION_FAILED'],
  ])('is refused with %j', async (body, status, code) => {
    const response = await scene.person.browser.send('PUT', '/api/account/password', body);
    expect([response.statusCode, response.json().code]).toEqual([status, code]);
    expect((await scene.api.browser().signIn(scene.person.email, personPassword)).statusCode).toBe(200);
  });

  it('cannot be guessed at from an unlocked screen', async () => {
    const answers = [];
    for (let guess = 0; guess < 8; guess++) {
      const body = { currentPassword: `guess ${guess}`, newPassword: nextPassword };
      answers.push((await scene.person.browser.send('PUT', '/api/account/password', body)).json().code);
    }
    expect(answers.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'PASSWORD_WRONG'));
    expect(answers.at(-1)).toBe('SIGN_IN_DELAYED');
  });
});

describe('sessions', () => {
  it('are listed with where they are, and ended one by one or all others at once', async () => {
    const [second, third] = [await secondBrowser(), await secondBrowser()];
    const { items } = (await scene.person.browser.send('GET', '/api/account/sessions')).json();
    expect(items).toHaveLength(3);
    expect(items.filter((item: { isCurrent: boolean }) => item.isCurrent)).toHaveLength(1);
    expect(items[0]).toMatchObject({ address: '192.0.2.1', userAgent: 'test browser' });
    const secondId = (await second.send('GET', '/api/account/sessions'))
      .json()
      .items.find((item: { isCurrent: boolean }) => item.isCurrent).id;
    expect((await scene.person.browser.send('DELETE', `/api/account/sessions/${secondId}`)).statusCode).toBe(204);
    expect(await second.session()).toMatchObject({ account: null });
    expect((await scene.person.browser.send('DELETE', '/api/account/sessions')).statusCode).toBe(204);
    expect(await third.session()).toMatchObject({ account: null });
    expect(await scene.person.browser.session()).toMatchObject({ account: { email: scene.person.email } });
  });

  it('of others do not exist', async () => {
    const { items } = (await scene.operator.send('GET', '/api/account/sessions')).json();
    const response = await scene.person.browser.send('DELETE', `/api/account/sessions/${items[0].id}`);
    expect([response.statusCode, response.json().code]).toEqual([404, 'SESSION_NOT_FOUND']);
    expect(await scene.operator.session()).toMatchObject({ isOperator: true });
  });
});
