import { describe, expect, it } from 'vitest';
import { timeMarks, unbroken } from './history-scale.ts';

const bucket = (start: string) => ({ start, runs: 1, p50Ms: 1, p95Ms: 1 });

describe('timeMarks', () => {
  it.each([
    [38_000, [0, 10_000, 20_000, 30_000, 40_000]],
    [900, [0, 1000]],
    [250_000, [0, 120_000, 240_000, 360_000]],
  ])('of %i ms are round and reach above it', (longest, marks) => {
    expect(timeMarks(longest)).toEqual(marks);
  });
});

describe('unbroken', () => {
  it('ends a line where buckets are missing', () => {
    const [first, second, late] = ['00', '01', '05'].map((hour) => bucket(`2026-03-01T${hour}:00:00.000Z`));
    if (!first || !second || !late) throw new Error('three buckets expected');
    expect(unbroken([first, second, late], 3_600_000)).toEqual([[first, second], [late]]);
    expect(unbroken([], 3_600_000)).toEqual([]);
  });
});
