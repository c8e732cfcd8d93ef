import fastifyRateLimit from '@fastify/rate-limit';
import { AppError } from '@shopwright/contract/errors';
import type { FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';

export interface RateLimits {
  readsPerMinute: number;
  writesPerMinute: number;
  /** Per address, where a token is needed and none or a wrong one is sent. */
  anonymousPerMinute: number;
}

/**
 * Counts requests per account and minute, its sessions and tokens together, reads apart from writes; without an account per
 * address, an IPv6 network counting as one; answers carry the RateLimit-* headers of the IETF
 * draft, and Retry-After where the limit is reached.
 */
export const rateLimits = fastifyPlugin<RateLimits>(
  async (app, limits) => {
    await app.register(fastifyRateLimit, {
      global: true,
      hook: 'preParsing',
      timeWindow: 60_000,
      enableDraftSpec: true,
      cache: 20_000,
      keyGenerator: (request) => callerKey(request),
      max: (request) => maxOf(request, limits),
      errorResponseBuilder: () => new AppError('RATE_LIMITED'),
    });
  },
  { name: 'rate-limits', dependencies: ['authenticate'] },
);

function callerKey(request: FastifyRequest): string {
  if (request.identity !== null)
    return `${isRead(request) ? 'reads' : 'writes'}:${request.identity.accountId ?? request.identity.actor.id}`;
  return `${isPublic(request) ? 'public' : 'anonymous'}:${fastifyRateLimit.normalizeIP(request.ip, 64)}`;
}

function maxOf(request: FastifyRequest, limits: RateLimits): number {
  if (request.identity === null && !isPublic(request)) return limits.anonymousPerMinute;
  return isRead(request) ? limits.readsPerMinute : limits.writesPerMinute;
}

/** The dashboard's own files are many; guessing tokens is what must be slow. */
function isPublic(request: FastifyRequest): boolean {
  return request.routeOptions.config.permission === 'public';
}

function isRead(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}
