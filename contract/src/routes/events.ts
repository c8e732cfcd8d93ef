import { auditPageSchema, auditQuerySchema, eventStreamQuerySchema } from '../schemas/event.ts';
import type { RouteDefinition } from './definition.ts';

/** The audit and the event stream. */
export const eventsRoutes = {
  auditLog: {
    method: 'GET',
    path: '/api/stores/audit/log',
    summary: 'Read the audit, newest first',
    permission: 'audit:read',
    query: auditQuerySchema,
    success: { status: 200, body: auditPageSchema },
  },
  streamEvents: {
    method: 'GET',
    path: '/api/events',
    summary: 'Follow events as they happen (server-sent events)',
    permission: 'stores:read',
    query: eventStreamQuerySchema,
    success: { status: 200, stream: true },
  },
} as const satisfies Readonly<Record<string, RouteDefinition>>;
