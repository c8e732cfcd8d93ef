import { describe, expect, it } from 'vitest';
import { remembered } from './remembered.ts';

describe('what is remembered', () => {
  it('is read again after its time, and once for many who ask at the same moment', async () => {
    let reads = 0;
    let time = 0;
    const read = remembered(
      () => Promise.resolve((reads += 1)),
      100,
      () => time,
    );
    expect(await Promise.all([read(), read()])).toEqual([1, 1]);
    time = 100;
    expect(await read()).toBe(1);
    time = 101;
    expect(await read()).toBe(2);
  });

  it('is never a failure', async () => {
    let reads = 0;
    const read = remembered(
      () => ((reads += 1) === 1 ? Promise.reject(new Error('away')) : Promise.resolve(reads)),
      1e9,
    );
    await expect(read()).rejects.toThrow('away');
    expect(await read()).toBe(2);
  });
});
