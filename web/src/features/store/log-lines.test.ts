import { describe, expect, it } from 'vitest';
import { sampleEvent } from '../../lib/testing-samples.ts';
import { findLines, linesAsText } from './log-lines.ts';

const lines = ['Pulling image', 'Image is there', 'Started'].map((line, index) =>
  sampleEvent('step.progress', { line }, index),
);

describe('log lines', () => {
  it('are found by words in any case and order', () => {
    expect(findLines(lines, 'there IMAGE').map(({ data }) => data['line'])).toEqual(['Image is there']);
    expect(findLines(lines, ' ')).toBe(lines);
    expect(findLines(lines, 'nothing')).toEqual([]);
  });

  it('are kept with their times', () => {
    expect(linesAsText(lines.slice(0, 1))).toBe('2026-11-24T08:00:00.000Z Pulling image\n');
  });
});
