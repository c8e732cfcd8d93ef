import fastifyRateLimit from '@fastify/rate-limit';
import { AppError } from '@shopwright/contract/errors';
import type { FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';

export interface RateLimits {
  readsPerMinute: number;
  writesPerMinute: number;
  /** Per address, for whoever has no valid token. */
  anonymousPerMinute: number;
}

/** Counts requests per caller and minute, reads apart from writes; answers carry the RateLimit-* headers of the IETF draft. */
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
  if (request.identity === null) return `address:${fastifyRateLimit.normalizeIP(request.ip, 64)}`;
  return `${isRead(request) ? 'reads' : 'writes'}:${request.identity.actor.id}`;
}

function maxOf(request: FastifyRequest, limits: RateLimits): number {
  if (request.identity === null) return limits.anonymousPerMinute;
  return isRead(request) ? limits.readsPerMinute : limits.writesPerMinute;
}

function isRead(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}
