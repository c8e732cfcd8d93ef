import { describe, expect, it } from 'vitest';
import { displayNameProblem, normalizeDisplayName } from './display-names.ts';

describe('display names', () => {
  it.each([
    'Tea & Co',
    '茶の店',
    'Магазин',
    'متجر الشاي',
    'نمی\u200Cدانم',
    '👩‍🌾 Farm',
    '$(rm -rf /)',
    'O\'Neill, "Sons"',
  ])('accepts %j', (name) => {
    expect(displayNameProblem(name)).toBeUndefined();
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['a'.repeat(61), 'at most'],
    ['a\nb', 'control'],
    ['a\u0000b', 'control'],
    ['a\u202Eb', 'control'],
    ['a\u2066b', 'control'],
    ['a\u2028b', 'control'],
    ['\uFEFFtea\u200B', 'control'],
    ['\uD800x', 'well-formed'],
    ['!!!', 'letter'],
    [`a${'\u0301'.repeat(9)}`, 'combining'],
  ])('refuses %j', (name, word) => {
    expect(displayNameProblem(name)).toContain(word);
  });

  it('stores the composed form with single spaces', () => {
    expect(normalizeDisplayName('  Cafe\u0301 \u00A0 Bar ')).toBe('Café Bar');
  });
});
