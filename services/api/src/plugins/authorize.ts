import { AppError } from '@shopwright/contract/errors';
import type { Permission } from '@shopwright/contract/permissions';
import type { FastifyRequest, preParsingHookHandler, RouteOptions } from 'fastify';
import fastifyPlugin from 'fastify-plugin';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a caller must be allowed to do. A route that does not say so keeps the process from starting. */
    permission?: Permission;
  }
}

/**
 * Lets a request through where its caller has the route's permission. Runs after the rate limits, so that guessing tokens is
 * limited, and before the body is read.
 */
export const authorize = fastifyPlugin(
  (app, _options, done) => {
    app.addHook('onRoute', (route) => {
      const permission = requirePermission(route);
      const check: preParsingHookHandler = (request, _reply, _payload, next) => next(refusal(request, permission));
      route.preParsing = [...asList(route.preParsing), check];
    });
    done();
  },
  { name: 'authorize', dependencies: ['authenticate', 'rate-limits'] },
);

function requirePermission(route: RouteOptions): Permission {
  const permission = route.config?.permission;
  if (permission !== undefined) return permission;
  throw new AppError('INTERNAL', {
    cause: new Error(`the route ${String(route.method)} ${route.url} declares no permission`),
  });
}

function refusal(request: FastifyRequest, permission: Permission): AppError | undefined {
  if (permission === 'public') return undefined;
  if (request.identity === null) return new AppError('UNAUTHENTICATED');
  return request.identity.may(permission) ? undefined : new AppError('FORBIDDEN');
}

function asList<Item>(value: Item | Item[] | undefined): Item[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
