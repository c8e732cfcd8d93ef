import { engineListSchema, healthSchema, metricsSchema, planListSchema, platformSchema } from '../schemas/platform.ts';
import { limitsSchema } from '../schemas/quota.ts';
import { problemExplanationSchema, problemParamsSchema } from '../schemas/problem.ts';
import { provisioningHistoryQuerySchema, provisioningHistorySchema } from '../schemas/provisioning-history.ts';
import { emptyQuery, type RouteDefinition } from './definition.ts';

/** What the platform offers and how it is. */
export const platformRoutes = {
  listEngines: {
    method: 'GET',
    path: '/api/engines',
    summary: 'List the engines and why one is not available',
    permission: 'stores:read',
    query: emptyQuery,
    success: { status: 200, body: engineListSchema },
  },
  listPlans: {
    method: 'GET',
    path: '/api/plans',
    summary: 'List the plans and what a store of each may use',
    permission: 'stores:read',
    query: emptyQuery,
    success: { status: 200, body: planListSchema },
  },
  getLimits: {
    method: 'GET',
    path: '/api/limits',
    summary: 'What the organization uses and what it may use',
    permission: 'organization:read',
    query: emptyQuery,
    success: { status: 200, body: limitsSchema },
  },
  explainProblem: {
    method: 'GET',
    path: '/api/problems/:code',
    summary: 'What an error code means and what to do',
    permission: 'public',
    params: problemParamsSchema,
    query: emptyQuery,
    success: { status: 200, body: problemExplanationSchema },
  },
  getPlatform: {
    method: 'GET',
    path: '/api/platform',
    summary: 'Plans, engines, limits and use',
    permission: 'organization:read',
    query: emptyQuery,
    success: { status: 200, body: platformSchema },
  },
  metrics: {
    method: 'GET',
    path: '/api/metrics',
    summary: 'Counts and timings as JSON',
    permission: 'platform:read',
    query: emptyQuery,
    success: { status: 200, body: metricsSchema },
  },
  provisioningHistory: {
    method: 'GET',
    path: '/api/metrics/provisioning',
    summary: 'How long creations and their steps took over time',
    permission: 'platform:read',
    query: provisioningHistoryQuerySchema,
    success: { status: 200, body: provisioningHistorySchema },
  },
  health: {
    method: 'GET',
    path: '/api/health',
    summary: 'Whether the platform works',
    permission: 'public',
    query: emptyQuery,
    success: { status: 200, body: healthSchema },
  },
} as const satisfies Readonly<Record<string, RouteDefinition>>;
