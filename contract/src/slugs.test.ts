import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveSlug, isReservedSlug, isSlug, slugMaxLength, withSuffix } from './slugs.ts';

describe('slugs', () => {
  it.each([
    ['Tea & Co', 'tea-co'],
    ['Café Zoë', 'cafe-zoe'],
    ["Bob's Shop", 'bobs-shop'],
    ['2024', 'shop-2024'],
    ['茶の店', 'my-shop'],
    ['Магазин', 'my-shop'],
    ['API', 'my-api'],
    ['true', 'my-true'],
    ['x', 'my-x'],
  ])('derives %j as %j', (name, slug) => {
    expect(deriveSlug(name)).toBe(slug);
  });

  // The generator first lists every code point, which takes a busy machine a while.
  it('derives a usable address from any text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const slug = deriveSlug(name);
        expect(isSlug(slug)).toBe(true);
        expect(isReservedSlug(slug)).toBe(false);
      }),
    );
  });

  it('keeps a suffixed address usable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-z2-7]{4}$/), (name, suffix) => {
        const slug = withSuffix(deriveSlug(name), suffix);
        expect(isSlug(slug)).toBe(true);
        expect(slug.endsWith(`-${suffix}`)).toBe(true);
      }),
    );
  });

  it.each(['', 'ab', 'a--b', '-ab', 'ab-', 'Tea', '1e3', '2024', 'xn--caf-dma', 'a.b', 'tea\n', 'té', 'a'.repeat(41)])(
    'refuses %j',
    (slug) => {
      expect(isSlug(slug)).toBe(false);
    },
  );

  it('cuts without a trailing dash', () => {
    const slug = deriveSlug(`${'a'.repeat(slugMaxLength - 1)} b`);
    expect(slug).toBe('a'.repeat(slugMaxLength - 1));
  });
});
