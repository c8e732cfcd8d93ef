import { describe, expect, it } from 'vitest';
import { place } from './refresher.ts';
import { sampleStore } from './testing-samples.ts';

const older = sampleStore({ id: 'st-aaaaaaaaaa', createdAt: '2026-01-01T00:00:00.000Z' });
const middle = sampleStore({ id: 'st-bbbbbbbbbb', createdAt: '2026-01-02T00:00:00.000Z' });
const newer = sampleStore({ id: 'st-cccccccccc', createdAt: '2026-01-03T00:00:00.000Z' });

describe('place', () => {
  it('puts a new store where its age belongs', () => {
    expect(place([newer, older], middle, true)).toEqual([newer, middle, older]);
    expect(place([newer, middle], older, true)).toEqual([newer, middle, older]);
  });

  it('replaces a known one and takes out what does not belong', () => {
    const renamed = { ...middle, name: 'Renamed' };
    expect(place([newer, middle, older], renamed, true)).toEqual([newer, renamed, older]);
    expect(place([newer, middle], middle, false)).toEqual([newer]);
    expect(place([newer], middle, false)).toEqual([newer]);
    expect(place(undefined, middle, true)).toBeUndefined();
  });
});
