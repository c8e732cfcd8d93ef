import { describe, expect, it } from 'vitest';
import { entityTag, versionOfIfMatch } from './preconditions.ts';

describe('If-Match', () => {
  it.each([
    [undefined, undefined],
    ['*', undefined],
    [entityTag(12), 12],
    [' "3" ', 3],
  ])('%j means version %j', (header, version) => {
    expect(versionOfIfMatch(header)).toBe(version);
  });

  it.each(['W/"1"', '"0"', '"abc"', '""', '"99999999999"'])('%s is a version that never is', (header) => {
    expect(() => versionOfIfMatch(header)).toThrow(expect.objectContaining({ code: 'PRECONDITION_FAILED' }));
  });

  it.each(['1', '"1", "2"', '"1', "'1'", ''])('%j is no entity tag', (header) => {
    expect(() => versionOfIfMatch(header)).toThrow(expect.objectContaining({ code: 'VALIDATION_FAILED' }));
  });
});
