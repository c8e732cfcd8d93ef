import type { FastifyInstance, FastifyRequest } from 'fastify';
import { registerRoute } from '../../http/register-route.ts';
import { sourceOf } from '../../http/source.ts';
import { requireIdentity } from '../request-context.ts';
import type { AccountOperations, Operator } from './account-operations.ts';

export function accountsRoutes(app: FastifyInstance, { operations }: { operations: AccountOperations }): void {
  registerRoute(app, 'listAccounts', ({ query }) => operations.list(query));
  registerRoute(app, 'disableAccount', ({ params, request }) => operations.disable(operatorOf(request), params.id));
  registerRoute(app, 'enableAccount', ({ params, request }) => operations.enable(operatorOf(request), params.id));
}

function operatorOf(request: FastifyRequest): Operator {
  return { actor: requireIdentity(request).actor, source: sourceOf(request) };
}
