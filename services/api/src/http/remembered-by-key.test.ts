import { describe, expect, it, vi } from 'vitest';
import { rememberedByKey } from './remembered-by-key.ts';

describe('rememberedByKey', () => {
  it('reads once for each key', async () => {
    const read = vi.fn((key: string) => Promise.resolve(`answer ${key}`));
    const ask = rememberedByKey(read, 60_000);
    expect(await Promise.all([ask('a'), ask('b'), ask('a')])).toEqual(['answer a', 'answer b', 'answer a']);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('does not keep what failed', async () => {
    const read = vi.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValue('back');
    const ask = rememberedByKey<string, string>(read, 60_000);
    await expect(ask('a')).rejects.toThrow('away');
    expect(await ask('a')).toBe('back');
  });

  it('forgets the keys that were not asked for longest', async () => {
    const read = vi.fn((key: number) => Promise.resolve(key));
    const ask = rememberedByKey(read, 60_000);
    for (let key = 0; key < 1000; key += 1) await ask(key);
    await ask(0);
    await ask(1000);
    read.mockClear();
    await ask(0);
    expect(read).not.toHaveBeenCalled();
    await ask(1);
    expect(read).toHaveBeenCalledOnce();
  });
});
