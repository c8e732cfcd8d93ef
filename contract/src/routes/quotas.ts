import { organizationParamsSchema, organizationQuotaSchema, quotaSchema } from '../schemas/quota.ts';
import { emptyQuery, type RouteDefinition } from './definition.ts';

/** What organizations may use, for operators; everybody reads their own at `/api/limits`. */
export const quotasRoutes = {
  getQuota: {
    method: 'GET',
    path: '/api/organizations/:id/quota',
    summary: 'Read the quota of an organization and what it uses',
    permission: 'platform:read',
    params: organizationParamsSchema,
    query: emptyQuery,
    success: { status: 200, body: organizationQuotaSchema },
  },
  setQuota: {
    method: 'PUT',
    path: '/api/organizations/:id/quota',
    summary: 'Set the quota of an organization; what exists above it stays',
    permission: 'platform:manage',
    params: organizationParamsSchema,
    query: emptyQuery,
    body: quotaSchema,
    success: { status: 200, body: organizationQuotaSchema },
  },
} as const satisfies Readonly<Record<string, RouteDefinition>>;
