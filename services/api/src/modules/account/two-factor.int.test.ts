import { TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { personPassword } from '../../testing/people.ts';
import { personPerTest } from '../../testing/person-per-test.ts';

const scene = personPerTest();

const url = '/api/account/two-factor';
const signInUrl = '/api/auth/two-factor';

/** The code of a step: 0 is now, 1 the next one, which a server with our clock accepts too. */
function codeOf(secret: string, step = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + step * 30_000 });
}

async function enable(): Promise<{ secret: string; recoveryCodes: string[] }> {
  const enrolled = await scene.person.browser.send('POST', url, { password: personPassword });
  const { secret } = enrolled.json();
  const confirmed = await scene.person.browser.send('POST', `${url}/confirm`, { code: codeOf(secret, -1) });
  expect(confirmed.statusCode, confirmed.body).toBe(200);
  return { secret, recoveryCodes: confirmed.json().recoveryCodes };
}

async function firstStep(): Promise<Browser> {
  const browser = scene.api.browser();
  const response = await browser.signIn(scene.person.email, personPassword);
  expect(response.json()).toEqual({ twoFactorRequired: true });
  return browser;
}

describe('setting up the second factor', () => {
  it('asks for the password and counts only once a code was right', async () => {
    expect((await scene.person.browser.send('POST', url, { password: 'wrong' })).json().code).toBe('PASSWORD_WRONG');
    const { secret, uri } = (await scene.person.browser.send('POST', url, { password: personPassword })).json();
    expect(uri).toContain(secret);
    const wrong = await scene.person.browser.send('POST', `${url}/confirm`, { code: '000000' });
    expect(wrong.json().code).toBe('TWO_FACTOR_INVALID');
    const unasked = await scene.api.browser().signIn(scene.person.email, personPassword);
    expect(unasked.json()).toEqual({ twoFactorRequired: false });
  });

  it('ends the sessions that were opened without it, and is not set up twice', async () => {
    const other = scene.api.browser();
    await other.signIn(scene.person.email, personPassword);
    const before = scene.person.browser.cookies.get('shopwright-session');
    await enable();
    expect(await other.session()).toMatchObject({ account: null });
    expect(scene.person.browser.cookies.get('shopwright-session')).not.toBe(before);
    expect(await scene.person.browser.session()).toMatchObject({ account: { twoFactorEnabled: true } });
    const again = await scene.person.browser.send('POST', url, { password: personPassword });
    expect(again.json().code).toBe('TWO_FACTOR_ALREADY_ON');
  });

  it('keeps its secret encrypted and recovery codes as digests', async () => {
    const { secret, recoveryCodes } = await enable();
    const tables = await Promise.all(
      ['two_factors', 'recovery_codes', 'events'].map((table) =>
        scene.api.database.pool.query(`select * from ${table}`),
      ),
    );
    const stored = JSON.stringify(tables.map(({ rows }) => rows));
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(Buffer.from(secret).toJSON().data.join(','));
    for (const code of recoveryCodes) expect(stored).not.toContain(code);
  });
});

describe('signing in with the second factor', () => {
  it('is complete with a code, and nothing is open before', async () => {
    const { secret } = await enable();
    const browser = await firstStep();
    expect(await browser.session()).toMatchObject({ account: null, awaitsTwoFactor: true });
    expect((await browser.send('GET', '/api/organization')).statusCode).toBe(401);
    const done = await browser.send('POST', signInUrl, { code: codeOf(secret) });
    expect(done.json()).toEqual({ twoFactorRequired: false });
    expect(await browser.session()).toMatchObject({ account: { email: scene.person.email }, awaitsTwoFactor: false });
  });

  it('accepts a code once, in whatever sign-in', async () => {
    const { secret } = await enable();
    const [first, second] = [await firstStep(), await firstStep()];
    const code = codeOf(secret);
    const answers = await Promise.all([first, second].map((browser) => browser.send('POST', signInUrl, { code })));
    expect(answers.map((answer) => answer.statusCode)).toEqual(expect.arrayContaining([200, 401]));
    const third = await firstStep();
    expect((await third.send('POST', signInUrl, { code })).json().code).toBe('TWO_FACTOR_INVALID');
    expect((await third.send('POST', signInUrl, { code: codeOf(secret, 1) })).statusCode).toBe(200);
  });

  it('accepts each recovery code once', async () => {
    const { recoveryCodes } = await enable();
    const [recoveryCode] = recoveryCodes;
    expect((await (await firstStep()).send('POST', signInUrl, { recoveryCode })).statusCode).toBe(200);
    expect((await (await firstStep()).send('POST', signInUrl, { recoveryCode })).json().code).toBe(
      'TWO_FACTOR_INVALID',
    );
  });

  it('gives five tries per password', async () => {
    const { secret } = await enable();
    const browser = await firstStep();
    for (let guess = 0; guess < 5; guess++) {
      expect((await browser.send('POST', signInUrl, { code: '000000' })).json().code).toBe('TWO_FACTOR_INVALID');
    }
    const sixth = await browser.send('POST', signInUrl, { code: codeOf(secret) });
    expect(sixth.json().code).toBe('TWO_FACTOR_REQUIRED');
  });

  it('needs the first step, in the same browser and not long ago', async () => {
    const { secret } = await enable();
    expect((await scene.api.browser().send('POST', signInUrl, { code: codeOf(secret) })).json().code).toBe(
      'TWO_FACTOR_REQUIRED',
    );
    const late = await firstStep();
    await scene.api.database.pool.query("update one_time_secrets set expires_at = now() - interval '1 second'");
    expect((await late.send('POST', signInUrl, { code: codeOf(secret) })).json().code).toBe('TWO_FACTOR_REQUIRED');
  });

  it('is needed after a password reset too', async () => {
    await enable();
    await scene.api.browser().send('POST', '/api/auth/password-reset', { email: scene.person.email });
    const secret = await scene.api.mailedSecret(scene.person.email, '/password-reset');
    const password = 'ladder velvet pigeon crater';
    await scene.api.browser().send('POST', '/api/auth/password-reset/complete', { secret, password });
    expect((await scene.api.browser().signIn(scene.person.email, password)).json()).toEqual({
      twoFactorRequired: true,
    });
  });
});

describe('turning the second factor off', () => {
  it('asks for the password', async () => {
    await enable();
    expect((await scene.person.browser.send('POST', `${url}/disable`, {})).json().code).toBe('PASSWORD_WRONG');
    const off = await scene.person.browser.send('POST', `${url}/disable`, { password: personPassword });
    expect(off.statusCode, off.body).toBe(204);
    expect((await scene.api.browser().signIn(scene.person.email, personPassword)).json()).toEqual({
      twoFactorRequired: false,
    });
    const again = await scene.person.browser.send('POST', `${url}/disable`, { password: personPassword });
    expect(again.json().code).toBe('TWO_FACTOR_OFF');
  });

  it('or renewing recovery codes makes the old ones worthless', async () => {
    const { recoveryCodes } = await enable();
    const renewed = await scene.person.browser.send('POST', `${url}/recovery-codes`, { password: personPassword });
    const browser = await firstStep();
    const old = await browser.send('POST', signInUrl, { recoveryCode: recoveryCodes[1] });
    expect(old.json().code).toBe('TWO_FACTOR_INVALID');
    const fresh = await browser.send('POST', signInUrl, { recoveryCode: renewed.json().recoveryCodes[1] });
    expect(fresh.statusCode).toBe(200);
  });
});
