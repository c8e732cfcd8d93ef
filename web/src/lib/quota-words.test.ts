import { plans } from '@shopwright/contract/plans';
import { describe, expect, it } from 'vitest';
import { lackingFor, quotaLeft } from './quota-words.ts';

const plenty = { used: 0, limit: 1_000_000 };
const use = { stores: plenty, cpuMillis: plenty, memoryMib: plenty, storageGib: plenty, createsPerHour: plenty };

describe('what is left of a quota', () => {
  it('says what is missing for a plan, and nothing where it just fits', () => {
    const memoryMib = { used: 1024, limit: 1024 + plans.small.memoryMib };
    expect(lackingFor('small', { ...use, memoryMib })).toBeUndefined();
    expect(lackingFor('medium', { ...use, memoryMib })).toBe('memoryMib');
    expect(lackingFor('small', { ...use, stores: { used: 5, limit: 5 } })).toBe('stores');
  });

  it('is never below zero', () => {
    expect(quotaLeft({ ...use, stores: { used: 9, limit: 5 } }, 'stores')).toBe(0);
  });
});
