import { z } from 'zod';
import { InvalidRequest } from './invalid-request.ts';

/** An opaque text that says where the next page begins. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** Reads a cursor of ours. Throws VALIDATION_FAILED for any other text. */
export function decodeCursor<Position>(cursor: string, schema: z.ZodType<Position>): Position {
  const result = schema.safeParse(parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (result.success) return result.data;
  throw new InvalidRequest('VALIDATION_FAILED', [
    { pointer: 'cursor', message: 'must be a cursor from an earlier answer' },
  ]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Cuts the extra row that tells whether there is a next page. */
export function pageOfRows<Row>(rows: readonly Row[], limit: number, cursorOf: (last: Row) => string) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { rows: items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
