import type { FastifyInstance } from 'fastify';
import { registerRoute } from '../../http/register-route.ts';
import { requireOrganizationCaller } from '../caller.ts';
import type { TokenService } from './token-service.ts';

export function tokenRoutes(app: FastifyInstance, { tokens }: { tokens: TokenService }): void {
  registerRoute(app, 'listTokens', async ({ request }) => ({
    items: await tokens.list(requireOrganizationCaller(request)),
  }));

  registerRoute(app, 'createToken', ({ body, request }) => tokens.create(requireOrganizationCaller(request), body));

  registerRoute(app, 'revokeToken', ({ params, request }) =>
    tokens.revoke(requireOrganizationCaller(request), params.id),
  );
}
