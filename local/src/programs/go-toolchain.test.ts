import { expect, test } from 'vitest';
import { isAtLeast } from './go-toolchain.ts';

test.each([
  ['1.26.0', true],
  ['1.26.8', true],
  ['1.27', true],
  ['1.100.0', true],
  ['2.0', true],
  ['1.25.9', false],
  ['1.9', false],
])('%s is new enough: %s', (version, expected) => {
  expect(isAtLeast(version, '1.26.0')).toBe(expected);
});
