import { describe, expect, it } from 'vitest';
import { sampleStore } from '../../lib/testing-samples.ts';
import { selectStores } from './select-stores.ts';

const stores = [
  sampleStore({
    id: 'st-aaaaaaaaaa',
    name: 'Café Blüte',
    slug: 'cafe-blute',
    phase: 'ready',
    createdAt: '2026-01-01T00:00:00.000Z',
  }),
  sampleStore({
    id: 'st-bbbbbbbbbb',
    name: 'Shop 10',
    slug: 'ten',
    phase: 'failed',
    createdAt: '2026-01-02T00:00:00.000Z',
  }),
  sampleStore({
    id: 'st-cccccccccc',
    name: 'Shop 9',
    slug: 'nine',
    phase: 'ready',
    organizationId: 'org-aaaaaaaaaaaaaaaa',
    createdAt: '2026-01-03T00:00:00.000Z',
  }),
];
const names = (search: Parameters<typeof selectStores>[1]) => selectStores(stores, search).map((store) => store.name);

describe('selectStores', () => {
  it('finds all words in name, address or id, whatever their case and accents', () => {
    expect(names({ q: 'BLUTE cafe' })).toEqual(['Café Blüte']);
    expect(names({ q: 'ten' })).toEqual(['Shop 10']);
    expect(names({ q: 'st-ccc' })).toEqual(['Shop 9']);
    expect(names({ q: 'cafe nine' })).toEqual([]);
  });

  it('filters by phase and organization', () => {
    expect(names({ phase: ['failed'] })).toEqual(['Shop 10']);
    expect(names({ phase: ['ready'], organization: 'org-aaaaaaaaaaaaaaaa' })).toEqual(['Shop 9']);
  });

  it('sorts newest first, and numbers in names as numbers', () => {
    expect(names({})).toEqual(['Shop 9', 'Shop 10', 'Café Blüte']);
    expect(names({ sort: 'oldest' })).toEqual(['Café Blüte', 'Shop 10', 'Shop 9']);
    expect(names({ sort: 'name' })).toEqual(['Café Blüte', 'Shop 9', 'Shop 10']);
    expect(names({ sort: 'phase' })).toEqual(['Café Blüte', 'Shop 9', 'Shop 10']);
  });
});
