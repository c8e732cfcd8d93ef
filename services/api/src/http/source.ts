import type { EventSource } from '@shopwright/contract/events';
import type { FastifyRequest } from 'fastify';

/** Where a request came from, as the audit keeps it. */
export function sourceOf(request: FastifyRequest): EventSource {
  const userAgent = (request.headers['user-agent'] ?? '').replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 200);
  return { address: request.ip, userAgent, requestId: request.id };
}
