import { Counter, Histogram, type Registry } from '@shopwright/runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';

/** One log line and one observation per request; labels are route templates, never what a caller typed. */
export const observability = fastifyPlugin<{ registry: Registry }>(
  (app, { registry }, done) => {
    const durations = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the first byte of a request to the end of its answer.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    });
    const problemsByCode = new Counter({
      name: 'http_problems_total',
      help: 'Answers with problem details by their code.',
      labelNames: ['code'],
      registers: [registry],
    });
    app.addHook('onResponse', (request, reply, next) => {
      const route = routeOf(request);
      if (route !== streamRoute) {
        durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
      }
      if (request.failure !== null) problemsByCode.inc({ code: request.failure.code });
      logAnswer(request, reply, route);
      next();
    });
    done();
  },
  { name: 'observability', dependencies: ['problems'] },
);

/** Streams last for hours: their length is no answer time. */
const streamRoute = '/api/events';

export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unmatched';
}

function logAnswer(request: FastifyRequest, reply: FastifyReply, route: string): void {
  const line = {
    method: request.method,
    route,
    status: reply.statusCode,
    durationMs: Math.round(reply.elapsedTime),
    actor: request.identity?.actor.id ?? 'anonymous',
    address: request.ip,
    ...(request.failure !== null && { code: request.failure.code }),
  };
  if (request.method === 'GET' && reply.statusCode < 400) request.log.debug(line, 'request');
  else request.log.info(line, 'request');
}
