import { routes, type RouteDefinition, type RouteName } from '@shopwright/contract/routes';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SSERouteOptions } from '@fastify/sse';
import { z } from 'zod';
import { asDatabaseFailure } from './database-failure.ts';

/** What a handler gets: every part already validated by the definition's schemas. */
interface RouteInput<Definition extends RouteDefinition> {
  params: OutputOf<Definition['params']>;
  query: OutputOf<Definition['query']>;
  body: OutputOf<Definition['body']>;
  request: FastifyRequest;
  reply: FastifyReply;
}

type OutputOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

type RouteResult<Definition extends RouteDefinition> = Definition['success'] extends { body: infer Body }
  ? OutputOf<Body>
  : void;

export type RouteHandler<Name extends RouteName> = (
  input: RouteInput<(typeof routes)[Name]>,
) => Promise<RouteResult<(typeof routes)[Name]>>;

/** Longer than the database's own time-outs: an answer that takes longer never comes. */
const handlerTimeoutMs = 25_000;

/** Routes that take no body take an empty object too, which some clients always send. */
const noBody = z.strictObject({});

/** Registers a route of the contract: its schemas validate what comes in and what goes out, its permission is enforced. */
export function registerRoute<Name extends RouteName>(
  app: FastifyInstance,
  name: Name,
  handler: RouteHandler<Name>,
  options: { sse?: SSERouteOptions; exposeHeadRoute?: boolean } = {},
): void {
  const definition: RouteDefinition = routes[name];
  const body = definition.body ?? noBody;
  app.route({
    method: definition.method,
    url: definition.path,
    config: { permission: definition.permission },
    schema: { operationId: name, ...schemaOf(definition, body) },
    preValidation: (request, _reply, next) => {
      if (definition.method !== 'GET' && request.body === undefined && acceptsEmpty(body)) request.body = {};
      next();
    },
    ...(options.sse === undefined && { handlerTimeout: handlerTimeoutMs }),
    handler: async (request, reply) => {
      const input = {
        params: request.params,
        query: request.query,
        body: request.body,
        request,
        reply,
      } as RouteInput<(typeof routes)[Name]>;
      reply.code(definition.success.status);
      try {
        return await handler(input);
      } catch (error) {
        throw asDatabaseFailure(error);
      }
    },
    ...options,
  });
}

function schemaOf(definition: RouteDefinition, body: z.ZodType): object {
  return {
    summary: definition.summary,
    ...(definition.params && { params: definition.params }),
    ...(definition.query && { querystring: definition.query }),
    ...(definition.method !== 'GET' && { body }),
    ...('body' in definition.success && { response: { [definition.success.status]: definition.success.body } }),
  };
}

function acceptsEmpty(schema: z.ZodType): boolean {
  return schema.safeParse({}).success;
}
