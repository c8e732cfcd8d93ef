import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccountsApi, operatorEmail, type AccountsApi } from '../../testing/accounts-api.ts';
import type { Browser } from '../../testing/browser.ts';
import { startTestProvider, type TestProvider } from '../../testing/test-provider.ts';

let provider: TestProvider;
let api: AccountsApi;
beforeAll(async () => {
  provider = await startTestProvider('http://localhost:8080/api/auth/providers/oidc/callback');
  api = await createAccountsApi({ ...provider.settings, OIDC_SIGN_UP: 'true' });
});
beforeEach(() => {
  provider.person = { sub: 'ada', email: 'ada@example.com', email_verified: true, name: 'Ada' };
});
afterAll(async () => {
  await api.close();
  await provider.close();
});

/** Leaves for the provider, signs in there and comes back; returns the address that the provider sends the browser to. */
async function visit(browser: Browser, returnTo?: string): Promise<string> {
  const body = returnTo === undefined ? {} : { returnTo };
  const started = await browser.send('POST', '/api/auth/providers/oidc/start', body);
  expect(started.statusCode, started.body).toBe(200);
  return provider.signIn(started.json().url);
}

async function comeBack(browser: Browser, address: string) {
  const { pathname, search } = new URL(address);
  // The provider's page sends the browser: another site.
  return browser.send('GET', `${pathname}${search}`, undefined, { headers: { 'sec-fetch-site': 'cross-site' } });
}

describe('signing in through a provider', () => {
  it('makes an account at the first time and finds it again', async () => {
    const browser = api.browser();
    const response = await comeBack(browser, await visit(browser, '/stores?phase=ready'));
    expect([response.statusCode, response.headers.location]).toEqual([303, '/stores?phase=ready']);
    const session = await browser.session();
    expect(session).toMatchObject({
      account: { email: 'ada@example.com', name: 'Ada', hasPassword: false },
      role: 'owner',
    });
    // Another address there does not make another account here: who somebody is, is the subject.
    provider.person = { ...provider.person, email: 'ada.lovelace@example.com' };
    const again = api.browser();
    await comeBack(again, await visit(again));
    expect((await again.session()).account.id).toBe(session.account.id);
  });

  it('signs in to an account that has the address, where the provider vouches for it', async () => {
    provider.person = { sub: 'operator', email: operatorEmail, email_verified: true, name: 'Op' };
    const browser = api.browser();
    await comeBack(browser, await visit(browser));
    expect(await browser.session()).toMatchObject({ account: { email: operatorEmail } });
  });

  it('never does so with an address that the provider has not verified', async () => {
    provider.person = { sub: 'impostor', email: operatorEmail, email_verified: false, name: 'Impostor' };
    const browser = api.browser();
    const response = await comeBack(browser, await visit(browser));
    expect(response.headers.location).toBe('/sign-in?problem=SIGN_UP_CLOSED');
    expect(await browser.session()).toMatchObject({ account: null });
  });

  it('works once, and only in the browser that began it', async () => {
    const browser = api.browser();
    const address = await visit(browser);
    const other = api.browser();
    expect((await comeBack(other, address)).headers.location).toBe('/sign-in?problem=LINK_INVALID');
    const stolen = new Map(browser.cookies);
    expect((await comeBack(browser, address)).headers.location).toBe('/');
    for (const [name, value] of stolen) other.cookies.set(name, value);
    expect((await comeBack(other, address)).headers.location).toBe('/sign-in?problem=LINK_INVALID');
  });

  it.each([
    ['another state', (address: URL) => address.searchParams.set('state', 'forged')],
    ['another code', (address: URL) => address.searchParams.set('code', 'forged')],
    ['another issuer', (address: URL) => address.searchParams.set('iss', 'https://evil.example')],
    ['a refusal', (address: URL) => address.searchParams.set('error', 'access_denied')],
  ])('is refused with %s', async (_what, change) => {
    const browser = api.browser();
    const address = new URL(await visit(browser));
    change(address);
    const response = await comeBack(browser, address.href);
    expect(response.headers.location).toBe('/sign-in?problem=PROVIDER_FAILED');
    expect(await browser.session()).toMatchObject({ account: null });
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)'])(
    'never leads on to %s',
    async (returnTo) => {
      const response = await api.browser().send('POST', '/api/auth/providers/oidc/start', { returnTo });
      expect([response.statusCode, response.json().code]).toEqual([400, 'VALIDATION_FAILED']);
    },
  );

  it('needs a provider that is configured', async () => {
    const response = await api.browser().send('POST', '/api/auth/providers/other/start', {});
    expect(response.json().code).toBe('PROVIDER_NOT_FOUND');
    expect((await api.browser().send('GET', '/api/auth/options')).json().providers).toEqual([
      { id: 'oidc', name: 'Test provider' },
    ]);
  });

  it('makes no accounts where that is not configured', async () => {
    const closed = await createAccountsApi(provider.settings);
    const browser = closed.browser();
    const started = await browser.send('POST', '/api/auth/providers/oidc/start', {});
    const response = await comeBack(browser, await provider.signIn(started.json().url));
    expect(response.headers.location).toBe('/sign-in?problem=SIGN_UP_CLOSED');
    await closed.close();
  });
});
