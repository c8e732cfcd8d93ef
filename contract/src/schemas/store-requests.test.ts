import { describe, expect, it } from 'vitest';
import { createStoreBodySchema, listStoresQuerySchema } from './store-requests.ts';

describe('create body', () => {
  it('accepts a name alone and stores it composed', () => {
    expect(createStoreBodySchema.parse({ name: '  Cafe\u0301 ' })).toEqual({ name: 'Café' });
  });

  it.each([
    [{ name: 'Tea', slug: 'api' }, 'slug'],
    [{ name: 'Tea', slug: 'Tea' }, 'slug'],
    [{ name: 'Tea', adminPassword: 'short' }, 'adminPassword'],
    [{ name: 'Tea', adminPassword: 'long enough, but\nnew line' }, 'adminPassword'],
    [{ name: 'Tea', adminUsername: 'root user' }, 'adminUsername'],
    [{ name: 'Tea', adminEmail: 'nobody' }, 'adminEmail'],
    [{ name: 'Tea', plan: 'free' }, 'plan'],
    [{ name: 7 }, 'name'],
    [{}, 'name'],
  ])('names the field of %j', (body, field) => {
    const result = createStoreBodySchema.safeParse(body);
    expect(result.error?.issues.map((issue) => issue.path[0])).toEqual([field]);
  });

  it('refuses unknown fields', () => {
    expect(createStoreBodySchema.safeParse({ name: 'Tea', phase: 'ready' }).error?.issues[0]?.code).toBe(
      'unrecognized_keys',
    );
  });
});

describe('list query', () => {
  it('takes one phase, several or a comma-separated list', () => {
    expect(listStoresQuerySchema.parse({ phase: 'ready' })).toEqual({ phase: ['ready'], limit: 50 });
    expect(listStoresQuerySchema.parse({ phase: 'ready,failed', limit: '5' })).toEqual({
      phase: ['ready', 'failed'],
      limit: 5,
    });
    expect(listStoresQuerySchema.parse({ phase: ['ready', 'failed'] }).phase).toHaveLength(2);
  });

  it.each([{ limit: '0' }, { limit: '101' }, { limit: 'x' }, { phase: 'gone' }, { cursor: '' }, { other: '1' }])(
    'refuses %j',
    (query) => {
      expect(listStoresQuerySchema.safeParse(query).success).toBe(false);
    },
  );
});
