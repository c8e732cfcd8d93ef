import { describe, expect, it } from 'vitest';
import { followProgress, progressText } from './init-progress.ts';

describe('progress lines', () => {
  it.each([
    ['{"message":"done with 7 changes"}', 'done with 7 changes'],
    ['{"step":"schema","detail":"0 changes"}', 'schema: 0 changes'],
    ['{"step":"schema"}', 'schema'],
    ['plain words', 'plain words'],
    ['{"not json', '{"not json'],
    ['{"changes":3}', undefined],
    ['  ', undefined],
  ])('%s', (line, text) => {
    expect(progressText(line)).toBe(text);
  });
});

describe('following', () => {
  async function follow(lines: readonly string[]) {
    const shown: string[] = [];
    const kube = {
      async *lines() {
        for (const line of lines) yield await Promise.resolve(line);
      },
    };
    const run = { storeId: 'st-abcdefghij', progress: async (line: string) => void shown.push(line) };
    const isDone = await followProgress(kube, run, 'pod', new AbortController().signal);
    return { isDone, shown };
  }

  it('knows that the program is done from its own last line', async () => {
    expect(await follow(['{"step":"owner"}', '{"message":"all set","result":"done"}', 'never read'])).toEqual({
      isDone: true,
      shown: ['owner', 'all set'],
    });
  });

  it.each([['{"result":"failed"}'], ['done'], ['{"detail":"result done"}'], []])(
    'takes %s for no such word',
    async (...lines) => {
      expect((await follow(lines)).isDone).toBe(false);
    },
  );
});
