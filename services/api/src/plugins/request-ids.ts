import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import fastifyPlugin from 'fastify-plugin';

const acceptable = /^[A-Za-z0-9._:-]{8,100}$/;

/** The caller's X-Request-Id where it is harmless in logs, a new one otherwise. */
export function requestIdOf(request: { headers: IncomingHttpHeaders }): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && acceptable.test(given) ? given : randomUUID();
}

/** Every answer says under which id it is found in the logs and the audit. */
export const requestIds = fastifyPlugin(
  (app, _options, done) => {
    app.addHook('onRequest', (request, reply, next) => {
      reply.header('x-request-id', request.id);
      next();
    });
    done();
  },
  { name: 'request-ids' },
);
