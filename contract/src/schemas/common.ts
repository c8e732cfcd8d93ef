import { z } from 'zod';
import { operationIdPattern, organizationIdPattern, storeIdPattern, type OrganizationId } from '../ids.ts';

export const storeIdSchema = z
  .string()
  .regex(storeIdPattern, 'must be a store id such as st-abcdefgh23')
  .meta({ example: 'st-k3v7q2m5xa' });

export const operationIdSchema = z
  .string()
  .regex(operationIdPattern, 'must be an operation id such as op-abcdefgh23456723')
  .meta({ example: 'op-q5n2kz7wv3yfdxta' });

export const organizationIdSchema = z
  .templateLiteral(['org-', z.string()])
  .refine((id) => organizationIdPattern.test(id), 'must be an organization id such as org-abcdefgh23456723')
  .meta({ example: 'org-default' }) satisfies z.ZodType<OrganizationId>;

/** RFC 3339 in UTC, always with milliseconds. */
export const timestampSchema = z.iso.datetime({ precision: 3 }).meta({ example: '2026-11-24T08:15:30.250Z' });

export const cursorSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,200}$/, 'must be a cursor from an earlier answer')
  .describe('Where to go on: "nextCursor" of the page before. Opaque.');

export const pageLimitSchema = z.coerce
  .number<string | number>()
  .int()
  .min(1)
  .max(100)
  .default(50)
  .describe('How many at most.');

/** A page of anything; `nextCursor` is null on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** One value or several of a list, as `?phase=ready&phase=failed` or `?phase=ready,failed`. */
export function listOf<Value extends string>(values: readonly Value[]) {
  return z.preprocess(splitAtCommas, z.array(z.enum(values)).min(1).max(values.length));
}

function splitAtCommas(input: unknown): unknown {
  return typeof input === 'string' ? input.split(',') : input;
}
