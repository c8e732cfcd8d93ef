import { describe, expect, it } from 'vitest';
import { textProblems } from './text-problems.ts';

const pointersOf = (value: unknown): readonly string[] => textProblems(value).map((problem) => problem.pointer);

describe('texts anywhere in a value', () => {
  it.each([
    [{ a: 'fine', b: ['also', { c: 1 }] }, []],
    [{ a: 'x\u0000' }, ['/a']],
    [{ a: [{ 'b/c': '\u202e' }] }, ['/a/0/b~1c']],
    [JSON.parse('{"a":{"__proto__":1}}'), ['/a/__proto__']],
    [{ constructor: 1, prototype: 2 }, ['/constructor', '/prototype']],
    [{ 'bad\nkey': 1 }, ['']],
    ['\ud800', ['']],
    [null, []],
  ])('%j', (value, pointers) => {
    expect(pointersOf(value)).toEqual(pointers);
  });

  it('are reported up to a limit', () => {
    expect(pointersOf(Array.from({ length: 1000 }, () => '\u0000'))).toHaveLength(20);
  });
});
