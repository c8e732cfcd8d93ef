import { expect, it } from 'vitest';
import { createWindowBudget } from './window-budget.ts';

it('gives every key so many places per window', () => {
  let time = 0;
  const budget = createWindowBudget(2, 100, () => time);
  expect([budget.take('a'), budget.take('a'), budget.take('a'), budget.take('b')]).toEqual([true, true, false, true]);
  time = 99;
  expect(budget.take('a')).toBe(false);
  time = 100;
  expect(budget.take('a')).toBe(true);
});
