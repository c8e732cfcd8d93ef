import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor.ts';

const positionSchema = z.tuple([z.iso.datetime(), z.string()]);

/** Where a page of a list in order of creation ends. */
export function cursorAfter(row: { createdAt: Date; id: string }): string {
  return encodeCursor([row.createdAt.toISOString(), row.id]);
}

/** Where the next page begins. Throws VALIDATION_FAILED for what is no cursor of such a list. */
export function positionOf<Id extends string>(
  cursor: string,
  isId: (text: string) => text is Id,
): { createdAt: Date; id: Id } {
  const [createdAt, id] = decodeCursor(
    cursor,
    positionSchema.refine(([, text]) => isId(text)),
  );
  return { createdAt: new Date(createdAt), id: id as Id };
}
