import { AppError } from '@shopwright/contract/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { appErrorOf } from '../http/app-error-of.ts';
import { pathOf } from '../http/path.ts';
import { problemContentType, problemOf } from '../http/problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the request was refused or failed with; for the audit, logs and metrics. */
    failure: AppError | null;
  }
}

/** Every error becomes problem details; what is not ours is logged and answered as INTERNAL. */
export const problems = fastifyPlugin(
  (app, _options, done) => {
    app.decorateRequest('failure', null);
    app.setErrorHandler((error, request, reply) => sendProblem(appErrorOf(error), request, reply));
    done();
  },
  { name: 'problems' },
);

/** Answers with problem details and notes the failure on the request. */
export function sendProblem(error: AppError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.failure = error;
  const problem = problemOf(error, { path: pathOf(request.url), requestId: request.id });
  if (problem.status >= 500) request.log.error({ err: error, code: error.code }, 'request failed');
  if (error.code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer');
  if (problem.status === 429 && error.params['seconds'] !== undefined)
    reply.header('retry-after', String(error.params['seconds']));
  if (problem.status === 503) reply.header('retry-after', '2');
  return reply
    .code(problem.status)
    .header('content-type', problemContentType)
    .header('x-request-id', request.id)
    .header('cache-control', 'no-store')
    .serializer((payload: string) => payload)
    .send(JSON.stringify(problem));
}
