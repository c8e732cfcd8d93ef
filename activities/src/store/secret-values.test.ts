import { describe, expect, it } from 'vitest';
import type { SecretDescription } from '../engines/secrets.ts';
import { completeSecret, randomText } from './secret-values.ts';

const description: SecretDescription = {
  name: 'store-database',
  keys: {
    user: { kind: 'fixed', value: 'shop' },
    password: { kind: 'random', length: 32 },
    url: {
      kind: 'derived',
      derive: (known) => `db://${known['store-database']?.['user']}:${known['store-database']?.['password']}`,
    },
  },
};

describe('secret values', () => {
  it('makes absent keys, in order, so that later ones may use earlier ones', () => {
    const values = completeSecret(description, {}, {});
    expect(values['password']).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(values['url']).toBe(`db://shop:${values['password']}`);
  });

  it('keeps what is there and changes nothing the second time', () => {
    const first = completeSecret(description, { password: 'kept', extra: 'of somebody else' }, {});
    expect(first).toMatchObject({ password: 'kept', extra: 'of somebody else', url: 'db://shop:kept' });
    expect(completeSecret(description, first, {})).toEqual(first);
  });

  it('makes a different text every time', () => {
    expect(new Set(Array.from({ length: 100 }, () => randomText(24))).size).toBe(100);
    expect(randomText(64, 'hex')).toMatch(/^[0-9a-f]{64}$/);
  });
});
