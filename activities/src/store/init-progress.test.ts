import { describe, expect, it } from 'vitest';
import { progressText } from './init-progress.ts';

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
