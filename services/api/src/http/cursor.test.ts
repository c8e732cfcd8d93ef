import { anything, assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeCursor, encodeCursor, pageOfRows } from './cursor.ts';
import { InvalidRequest } from './invalid-request.ts';

const schema = z.tuple([z.string(), z.int()]);

describe('cursors', () => {
  it('come back as the position that they were made of', () => {
    assert(
      property(string(), (text) => {
        const cursor = encodeCursor([text, 7]);
        return /^[A-Za-z0-9_-]+$/.test(cursor) && decodeCursor(cursor, schema)[0] === text.toWellFormed();
      }),
    );
  });

  it('are refused where they are not ours', () => {
    assert(
      property(anything(), (value) => {
        const cursor = encodeCursor({ value });
        try {
          decodeCursor(cursor, schema);
          return false;
        } catch (error) {
          return error instanceof InvalidRequest && error.fields[0]?.pointer === 'cursor';
        }
      }),
    );
  });

  it.each([
    [0, null],
    [2, null],
    [3, '2'],
  ])('of %i rows with a limit of 2', (count, nextCursor) => {
    const rows = Array.from({ length: count }, (_none, index) => index + 1);
    expect(pageOfRows(rows, 2, String)).toEqual({ rows: rows.slice(0, 2), nextCursor });
  });
});
