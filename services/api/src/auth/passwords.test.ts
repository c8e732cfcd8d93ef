import { describe, expect, it, vi } from 'vitest';
import { createPasswords, type PasswordsOptions } from './passwords.ts';
import { requireStrongPassword } from './password-strength.ts';

const passwords = createPasswords();

describe('passwords', () => {
  it('are hashed with argon2id, the parameters that OWASP asks for and a salt of their own', async () => {
    const [first, second] = await Promise.all([passwords.hash('a b c'), passwords.hash('a b c')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(first).not.toBe(second);
    expect(await passwords.verify(first, 'a b c')).toBe(true);
    expect(await passwords.verify(first, 'a b d')).toBe(false);
  });

  it('are the same however a keyboard composes them', async () => {
    expect(await passwords.verify(await passwords.hash('caf\u00e9'), 'cafe\u0301')).toBe(true);
  });

  it('never match where there is no hash', async () => {
    expect(await passwords.verify(undefined, '')).toBe(false);
    expect(await passwords.verify(null, 'anything')).toBe(false);
  });

  it('cost the same work where there is no hash', async () => {
    const argon2id = vi.fn<PasswordsOptions['argon2id']>(({ tagLength }) => Promise.resolve(Buffer.alloc(tagLength)));
    const counted = createPasswords({ argon2id });
    await counted.verify(await passwords.hash('a b c'), 'a b d');
    await counted.verify(undefined, 'a b d');
    const [known, unknown] = argon2id.mock.calls.map(([{ nonce: _nonce, ...work }]) => work);
    expect(known).toEqual({ memory: 19_456, passes: 2, parallelism: 1, tagLength: 32, message: 'a b d' });
    expect(unknown).toEqual(known);
  });

  it('hashed with other parameters are still verified', async () => {
    // `argon2 somesalt -id -t 2 -m 16 -p 4 -l 24 -e` of the reference implementation, for "password"; RFC 9106 library vector.
    const known = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await passwords.verify(known, 'password')).toBe(true);
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

  it('of unrelated words is accepted', () => {
    expect(() => requireStrongPassword('saddle comet biscuit', [])).not.toThrow();
  });

  it('is judged by its first 40 characters: judging takes more than linear time', () => {
    expect(() => requireStrongPassword(`${'@4'.repeat(19)} saddle comet biscuit`, [])).toThrow();
  });
});
