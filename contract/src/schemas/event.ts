import { z } from 'zod';
import { eventTypes } from '../events.ts';
import { actorSchema } from './actor.ts';
import {
  cursorSchema,
  listOf,
  operationIdSchema,
  organizationIdSchema,
  pageLimitSchema,
  pageOf,
  storeIdSchema,
  timestampSchema,
} from './common.ts';

/** One line of the audit and one message of the event stream: the same thing. */
export const eventSchema = z
  .object({
    id: z.string().regex(/^\d+$/).describe('Grows with time; the SSE id.'),
    at: timestampSchema,
    type: z.enum(eventTypes),
    organizationId: organizationIdSchema.nullable().describe('Null: of the platform, shown to operators.'),
    storeId: storeIdSchema.nullable(),
    operationId: operationIdSchema.nullable(),
    actor: actorSchema,
    source: z.object({ address: z.string(), userAgent: z.string(), requestId: z.string() }).nullable(),
    reason: z.string().nullable(),
    data: z.record(z.string(), z.json()).describe('What changed: before and after, step, attempt, progress, code.'),
  })
  .meta({ id: 'Event' });

export type EventView = z.infer<typeof eventSchema>;

export const auditQuerySchema = z.strictObject({
  organization: organizationIdSchema.optional().describe('For operators, who see every organization.'),
  storeId: storeIdSchema.optional(),
  operationId: operationIdSchema.optional(),
  type: listOf(eventTypes).optional(),
  actorId: z.string().max(100).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  includeProgress: z.enum(['true', 'false']).default('false').describe('Also what only moved a timeline.'),
  cursor: cursorSchema.optional(),
  limit: pageLimitSchema,
});

export type AuditQuery = z.infer<typeof auditQuerySchema>;

/** Newest first. */
export const auditPageSchema = pageOf(eventSchema).meta({ id: 'AuditPage' });

export const eventStreamQuerySchema = z.strictObject({
  storeId: storeIdSchema.optional().describe('Only this store.'),
  lastEventId: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .describe('Like the header Last-Event-ID.'),
});

/**
 * Messages of `GET /api/events`. `event`: `data` is an Event and `id` its id. `resync`: the gap since Last-Event-ID is no
 * longer stored; read everything again, then go on from `lastEventId`. `hello`: the first message, the newest id.
 */
export const streamMessageSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('event'), data: eventSchema }),
  z.object({ event: z.literal('resync'), data: z.object({ lastEventId: z.string() }) }),
  z.object({ event: z.literal('hello'), data: z.object({ lastEventId: z.string(), serverNow: timestampSchema }) }),
]);

export type StreamMessage = z.infer<typeof streamMessageSchema>;
