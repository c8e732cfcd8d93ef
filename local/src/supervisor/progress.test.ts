import { expect, test } from 'vitest';
import { formatElapsed, plainProgress } from './progress.ts';

test.each([
  [0, '0.0 s'],
  [4_240, '4.2 s'],
  [59_400, '59 s'],
  [187_000, '3 min 07 s'],
])('%i ms is shown as %s', (ms, text) => {
  expect(formatElapsed(ms)).toBe(text);
});

test('plain progress says every half minute how far a long build is', () => {
  const lines: string[] = [];
  let now = 1_000_000;
  const progress = plainProgress(
    ['programs'],
    (line) => lines.push(line),
    () => now,
  );
  for (const done of [1, 2, 3, 4]) {
    progress.update('programs', 'building', `${done} of 9`);
    now += 15_000;
  }
  expect(lines.map((line) => line.replace(/.* s {2}/, ''))).toEqual(['1 of 9', '3 of 9']);
});

test('plain progress writes a line per change of state, not per detail', () => {
  const lines: string[] = [];
  let now = 1_000_000;
  const progress = plainProgress(
    ['database'],
    (line) => lines.push(line),
    () => now,
  );
  progress.update('database', 'building', '1 of 9');
  progress.update('database', 'building', '2 of 9');
  now += 1500;
  progress.update('database', 'ready', 'port 5439');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/database {2}ready {2}1\.5 s {2}port 5439/);
});
