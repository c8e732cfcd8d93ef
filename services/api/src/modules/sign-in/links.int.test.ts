import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAccountsApi, operatorEmail, type AccountsApi } from '../../testing/accounts-api.ts';
import { personPassword } from '../../testing/people.ts';

let api: AccountsApi;
beforeAll(async () => {
  api = await createAccountsApi({ SIGN_UP: 'open', PUBLIC_URL: 'https://shop.example.com' });
});
afterAll(() => api.close());

const headers = { origin: 'https://shop.example.com' };
const newPassword = 'ladder velvet pigeon crater';

function post(url: string, payload: object) {
  return api.browser().send('POST', url, payload, { headers });
}

describe('signing up', () => {
  it('proves the address by a link and begins with an organization of its own', async () => {
    const email = 'ada@example.com';
    expect((await post('/api/auth/sign-up', { email })).statusCode).toBe(204);
    const secret = await api.mailedSecret(email);
    expect(api.mails.at(-1)?.text).toContain(`https://shop.example.com/sign-up#${secret}`);
    const browser = api.browser();
    const body = { secret, name: 'Ada', password: personPassword };
    expect((await browser.send('POST', '/api/auth/sign-up/complete', body)).json()).toEqual({
      twoFactorRequired: false,
    });
    expect(await browser.session()).toMatchObject({ account: { email }, organization: { name: 'Ada' }, role: 'owner' });
    expect((await browser.send('POST', '/api/auth/sign-up/complete', body)).json().code).toBe('LINK_INVALID');
  });

  it('answers the same for an address that has an account, and tells only its owner', async () => {
    const [known, unknown] = await Promise.all([
      post('/api/auth/sign-up', { email: operatorEmail }),
      post('/api/auth/sign-up', { email: 'new@example.com' }),
    ]);
    expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body]);
    const mail = await vi.waitUntil(() => api.mails.find(({ to }) => to === operatorEmail), { timeout: 5000 });
    expect(mail.text).toContain('has an account already');
    expect(mail.text).not.toContain('#');
  });

  it('sends only so many mails to an address', async () => {
    const own = await createAccountsApi({ SIGN_UP: 'open' });
    const email = 'flooded@example.com';
    for (let ask = 0; ask < 8; ask++) await own.browser().send('POST', '/api/auth/sign-up', { email });
    // Closing waits for what goes on after the answers.
    await own.close();
    expect(own.mails.filter(({ to }) => to === email)).toHaveLength(4);
  });

  it('is closed by default', async () => {
    const closed = await createAccountsApi();
    const response = await closed.browser().send('POST', '/api/auth/sign-up', { email: 'ada@example.com' });
    expect([response.statusCode, response.json().code]).toEqual([403, 'SIGN_UP_CLOSED']);
    const options = (await closed.browser().send('GET', '/api/auth/options')).json();
    expect(options).toEqual({ signUp: 'invitation', passwordMinLength: 12, providers: [] });
    await closed.close();
  });
});

describe('a forgotten password', () => {
  it('is replaced through a link, once, and every session ends', async () => {
    const browser = await api.operator();
    await post('/api/auth/password-reset', { email: operatorEmail });
    const secret = await api.mailedSecret(operatorEmail);
    const weak = await post('/api/auth/password-reset/complete', { secret, password: 'password1234' });
    expect(weak.json().code).toBe('PASSWORD_TOO_WEAK');
    const answers = await Promise.all(
      [1, 2].map(() => post('/api/auth/password-reset/complete', { secret, password: newPassword })),
    );
    expect(answers.map((answer) => answer.statusCode)).toEqual(expect.arrayContaining([204, 410]));
    expect(await browser.session()).toMatchObject({ account: null });
    expect((await api.browser().signIn(operatorEmail, newPassword)).statusCode).toBe(200);
  });

  it('answers the same where the address has no account, and sends nothing', async () => {
    const before = api.mails.length;
    const response = await post('/api/auth/password-reset', { email: 'nobody@example.com' });
    expect([response.statusCode, response.body]).toEqual([204, '']);
    await post('/api/auth/password-reset', { email: operatorEmail });
    await vi.waitUntil(() => api.mails.length > before, { timeout: 5000 });
    expect(api.mails.slice(before).map(({ to }) => to)).toEqual([operatorEmail]);
  });

  it.each([
    ['expired', "update one_time_secrets set expires_at = now() - interval '1 second'"],
    ['of an account that was disabled since', 'update accounts set disabled_at = now()'],
  ])('is not replaced with a link that is %s', async (_what, change) => {
    const own = await createAccountsApi();
    await own.browser().send('POST', '/api/auth/password-reset', { email: operatorEmail });
    const secret = await own.mailedSecret(operatorEmail);
    await own.database.pool.query(change);
    const body = { secret, password: newPassword };
    const response = await own.browser().send('POST', '/api/auth/password-reset/complete', body);
    expect([response.statusCode, response.json().code]).toEqual([410, 'LINK_INVALID']);
    await own.close();
  });

  it('is not replaced with a link that was sent for something else', async () => {
    await post('/api/auth/sign-up', { email: 'other@example.com' });
    const secret = await api.mailedSecret('other@example.com');
    const response = await post('/api/auth/password-reset/complete', { secret, password: newPassword });
    expect(response.json().code).toBe('LINK_INVALID');
  });
});
