import { describe, expect, it } from 'vitest';
import { limited } from './limited.ts';

/** Work that ends when the test says so. */
function heldWork() {
  const ends: ((fails?: boolean) => void)[] = [];
  const started: number[] = [];
  const work = (id: number): Promise<number> => {
    started.push(id);
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    ends.push((fails) => (fails === true ? reject(new Error('failed')) : resolve(id)));
    return promise;
  };
  return { work, ends, started };
}

describe('limited work', () => {
  it('runs a few at a time, in order, also after one failed', async () => {
    const { work, ends, started } = heldWork();
    const call = limited(work, { concurrency: 2, mostWaiting: 10 });
    const calls = [1, 2, 3, 4].map((id) => call(id));
    expect(started).toEqual([1, 2]);
    ends[0]?.(true);
    await expect(calls[0]).rejects.toThrow('failed');
    expect(started).toEqual([1, 2, 3]);
    ends[1]?.();
    ends[2]?.();
    await calls[1];
    await calls[2];
    ends[3]?.();
    expect(await calls[3]).toBe(4);
  });

  it('refuses what would wait too long, and has room again afterwards', async () => {
    const { work, ends, started } = heldWork();
    const call = limited(work, { concurrency: 1, mostWaiting: 1 });
    const [first, second] = [call(1), call(2)];
    await expect(call(3)).rejects.toMatchObject({ code: 'SERVER_BUSY' });
    ends[0]?.();
    await first;
    ends[1]?.();
    await second;
    const fourth = call(4);
    expect(started).toEqual([1, 2, 4]);
    ends[2]?.();
    expect(await fourth).toBe(4);
  });
});
