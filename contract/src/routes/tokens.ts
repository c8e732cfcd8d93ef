import { createdTokenSchema, createTokenBodySchema, tokenListSchema, tokenParamsSchema } from '../schemas/token.ts';
import { emptyQuery, type RouteDefinition } from './definition.ts';

/** API tokens of the organization. */
export const tokensRoutes = {
  listTokens: {
    method: 'GET',
    path: '/api/tokens',
    summary: 'List the tokens of the organization, the newest first',
    permission: 'tokens:manage',
    query: emptyQuery,
    success: { status: 200, body: tokenListSchema },
  },
  createToken: {
    method: 'POST',
    path: '/api/tokens',
    summary: 'Create a token that acts in your name; its secret is shown once',
    permission: 'tokens:manage',
    query: emptyQuery,
    body: createTokenBodySchema,
    success: { status: 201, body: createdTokenSchema },
  },
  revokeToken: {
    method: 'DELETE',
    path: '/api/tokens/:id',
    summary: 'Revoke a token; it stops working at once',
    permission: 'tokens:manage',
    params: tokenParamsSchema,
    query: emptyQuery,
    success: { status: 204 },
  },
} as const satisfies Readonly<Record<string, RouteDefinition>>;
