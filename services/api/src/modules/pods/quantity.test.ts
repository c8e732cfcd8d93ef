import { describe, expect, it } from 'vitest';
import { readQuantity } from './quantity.ts';

describe('readQuantity', () => {
  it.each([
    ['4', 4],
    ['250m', 0.25],
    ['1.5Gi', 1.5 * 1024 ** 3],
    ['1333Mi', 1333 * 1024 ** 2],
    ['129M', 129e6],
    ['2e3', 2000],
    ['1E', 1e18],
  ])('reads %s', (quantity, number) => {
    expect(readQuantity(quantity)).toBeCloseTo(number);
  });

  it.each(['', 'many', '3 Gi', '5x'])('reads no number in "%s"', (quantity) => {
    expect(readQuantity(quantity)).toBeNaN();
  });
});
