import { AppError } from '@shopwright/contract/errors';
import { describe, expect, it } from 'vitest';
import type { StoreEngine } from './engine.ts';
import { createEngineRegistry } from './registry.ts';

function engine(id: string, preference: number): StoreEngine {
  return {
    id,
    displayName: id,
    version: '1',
    preference,
    images: ['web'],
    chartDirectory: '/charts',
    adminPath: '/admin',
    adminLogin: 'email',
    values: () => ({}),
    secrets: () => [],
    initialisation: () => {
      throw new AppError('INTERNAL');
    },
    probe: () => Promise.reject(new AppError('INTERNAL')),
  };
}

describe('engine registry', () => {
  const registry = createEngineRegistry([engine('second', 2), engine('first', 1)], {
    first: { unavailable: 'archive missing' },
    second: { web: 'registry.local/second:1' },
  });

  it('lists engines by preference', () => {
    expect(registry.list().map((item) => item.id)).toEqual(['first', 'second']);
  });

  it('says why an engine is unavailable', () => {
    expect(registry.availability('first')).toEqual({ available: false, reason: 'archive missing' });
    expect(() => registry.images('first')).toThrow(expect.objectContaining({ code: 'ENGINE_UNAVAILABLE' }));
  });

  it('gives images by role', () => {
    expect(registry.images('second')).toEqual({ web: 'registry.local/second:1' });
  });

  it('names a missing role', () => {
    const incomplete = createEngineRegistry([engine('first', 1)], { first: { database: 'x' } });
    expect(incomplete.availability('first')).toEqual({ available: false, reason: 'no image for web' });
  });

  it('refuses unknown and duplicated ids', () => {
    expect(() => registry.get('other')).toThrow(expect.objectContaining({ code: 'ENGINE_UNKNOWN' }));
    expect(() => createEngineRegistry([engine('same', 1), engine('same', 2)], {})).toThrow(AppError);
  });
});
