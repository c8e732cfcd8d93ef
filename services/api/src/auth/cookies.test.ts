import { describe, expect, it } from 'vitest';
import { createCookies } from './cookies.ts';

const secret = 'a'.repeat(43);

describe('cookies', () => {
  it('behind TLS are for HTTPS and this host alone', () => {
    const cookies = createCookies({ isHttpsOnly: true });
    expect(cookies.write('session', secret, 60)).toBe(
      `__Host-shopwright-session=${secret}; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Strict`,
    );
    expect(cookies.clear('session')).toContain('Max-Age=0');
    // What a sibling host could set is not looked at.
    expect(cookies.read({ cookie: `shopwright-session=${secret}` }, 'session')).toBeUndefined();
    expect(cookies.read({ cookie: `__Host-shopwright-session=${secret}` }, 'session')).toBe(secret);
  });

  it('that a provider sends the browser back with may come from another site', () => {
    expect(createCookies({ isHttpsOnly: false }).write('provider', secret, 60)).toContain('SameSite=Lax');
  });

  it.each(['', 'short', `${secret}x`, `${'a'.repeat(42)}"`, '__proto__'])('holding %j are not ours', (value) => {
    const cookies = createCookies({ isHttpsOnly: false });
    expect(cookies.read({ cookie: `shopwright-session=${value}` }, 'session')).toBeUndefined();
  });
});
