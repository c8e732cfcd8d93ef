import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';
import { requireStrongPassword } from './password-strength.ts';

describe('passwords', () => {
  it('are hashed with argon2id and a salt of their own', async () => {
    const [first, second] = await Promise.all([hashPassword('a b c'), hashPassword('a b c')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(first).not.toBe(second);
    expect(await verifyPassword(first, 'a b c')).toBe(true);
    expect(await verifyPassword(first, 'a b d')).toBe(false);
  });

  it('are the same however a keyboard composes them', async () => {
    expect(await verifyPassword(await hashPassword('caf\u00e9'), 'cafe\u0301')).toBe(true);
  });

  it('never match where there is no hash', async () => {
    expect(await verifyPassword(undefined, '')).toBe(false);
    expect(await verifyPassword(null, 'anything')).toBe(false);
  });

  it('hashed with other parameters are still verified', async () => {
    // `argon2 somesalt -id -t 2 -m 16 -p 4 -l 24 -e` of the reference implementation, for "password"; RFC 9106 library vector.
    const known = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await verifyPassword(known, 'password')).toBe(true);
  });
});

describe('a chosen password', () => {
  it.each([
    'password1234',
    'qwertyuiop12',
    'aaaaaaaaaaaaaaaa',
    'shopwright123',
    'ada.lovelace@example.com',
    'Lovelace1815',
  ])('that is easy to guess is refused: %s', (password) => {
    expect(() => requireStrongPassword(password, ['ada.lovelace@example.com', 'Ada Lovelace'])).toThrow(
      'The password is too easy to guess',
    );
  });

  it('of unrelated words is accepted, and a long one does not take long to judge', () => {
    expect(() => requireStrongPassword('saddle comet biscuit', [])).not.toThrow();
    const start = performance.now();
    expect(() => requireStrongPassword('@4'.repeat(100), [])).toThrow();
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
