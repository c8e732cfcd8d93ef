import { assert, json as anyJson, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicatedKeys } from './duplicated-keys.ts';

describe('duplicated keys', () => {
  it.each([
    ['{"a":1,"a":2}', ['/a']],
    ['{"a":{"b":1,"c":[{"d":1,"d":2}],"b":2}}', ['/a/c/0/d', '/a/b']],
    [String.raw`{"a":1,"\u0061":2}`, ['/a']],
    [String.raw`{"a\"":1,"a":"\"a\":1,"}`, []],
    ['[{"a":1},{"a":2,"x/y":0,"x/y":0}]', ['/1/x~1y']],
    ['{"a":[1,2,"a"],"b":{"a":{}}}', []],
    ['"a"', []],
    ['{}', []],
  ])('of %s', (json, expected) => {
    expect(duplicatedKeys(json)).toEqual(expected);
  });

  it('finds none in what JSON.stringify writes', () => {
    assert(property(anyJson(), (json) => duplicatedKeys(JSON.stringify(JSON.parse(json))).length === 0));
  });

  it('takes any depth', () => {
    const depth = 30_000;
    expect(duplicatedKeys(`${'['.repeat(depth)}{"a":1,"a":1}${']'.repeat(depth)}`)).toHaveLength(1);
  });
});
