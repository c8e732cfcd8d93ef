import { z } from 'zod';
import type { Permission } from './permissions.ts';
import { auditPageSchema, auditQuerySchema, eventStreamQuerySchema } from './schemas/event.ts';
import { operationParamsSchema, operationSchema } from './schemas/operation.ts';
import {
  engineListSchema,
  healthSchema,
  limitsSchema,
  metricsSchema,
  planListSchema,
  platformSchema,
} from './schemas/platform.ts';
import { problemExplanationSchema, problemParamsSchema } from './schemas/problem.ts';
import { acceptedSchema, credentialsSchema, storeDetailSchema, storePageSchema } from './schemas/store.ts';
import {
  createStoreBodySchema,
  listStoresQuerySchema,
  reasonBodySchema,
  retryStoreBodySchema,
  storeParamsSchema,
} from './schemas/store-requests.ts';

export interface RouteDefinition {
  method: 'GET' | 'POST' | 'DELETE';
  /** In Fastify's and the browser client's notation: `/api/stores/:id`. */
  path: string;
  summary: string;
  permission: Permission;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Status of success and its body; `stream` is server-sent events. */
  success: { status: 200 | 202; body: z.ZodType } | { status: 200; stream: true };
}

const emptyQuery = z.strictObject({});

/** Every JSON route of the API; server, client and OpenAPI document are made from it. */
export const routes = {
  createStore: {
    method: 'POST',
    path: '/api/stores',
    summary: 'Create a store',
    permission: 'stores:create',
    query: emptyQuery,
    body: createStoreBodySchema,
    success: { status: 202, body: acceptedSchema },
  },
  listStores: {
    method: 'GET',
    path: '/api/stores',
    summary: 'List stores, newest first',
    permission: 'stores:read',
    query: listStoresQuerySchema,
    success: { status: 200, body: storePageSchema },
  },
  getStore: {
    method: 'GET',
    path: '/api/stores/:id',
    summary: 'Read a store and its operations',
    permission: 'stores:read',
    params: storeParamsSchema,
    query: emptyQuery,
    success: { status: 200, body: storeDetailSchema },
  },
  deleteStore: {
    method: 'DELETE',
    path: '/api/stores/:id',
    summary: 'Delete a store and everything in it',
    permission: 'stores:delete',
    params: storeParamsSchema,
    query: emptyQuery,
    success: { status: 202, body: acceptedSchema },
  },
  retryStore: {
    method: 'POST',
    path: '/api/stores/:id/retry',
    summary: 'Provision a failed store again',
    permission: 'stores:change',
    params: storeParamsSchema,
    query: emptyQuery,
    body: retryStoreBodySchema,
    success: { status: 202, body: acceptedSchema },
  },
  revealCredentials: {
    method: 'POST',
    path: '/api/stores/:id/credentials',
    summary: 'Reveal the admin password, once',
    permission: 'credentials:reveal',
    params: storeParamsSchema,
    query: emptyQuery,
    success: { status: 200, body: credentialsSchema },
  },
  auditLog: {
    method: 'GET',
    path: '/api/stores/audit/log',
    summary: 'Read the audit, newest first',
    permission: 'audit:read',
    query: auditQuerySchema,
    success: { status: 200, body: auditPageSchema },
  },
  getOperation: {
    method: 'GET',
    path: '/api/operations/:id',
    summary: 'Read an operation, its steps and attempts',
    permission: 'stores:read',
    params: operationParamsSchema,
    query: emptyQuery,
    success: { status: 200, body: operationSchema },
  },
  cancelOperation: {
    method: 'POST',
    path: '/api/operations/:id/cancel',
    summary: 'Cancel a running operation and undo what it made',
    permission: 'stores:change',
    params: operationParamsSchema,
    query: emptyQuery,
    body: reasonBodySchema,
    success: { status: 202, body: operationSchema },
  },
  streamEvents: {
    method: 'GET',
    path: '/api/events',
    summary: 'Follow events as they happen (server-sent events)',
    permission: 'stores:read',
    query: eventStreamQuerySchema,
    success: { status: 200, stream: true },
  },
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
    summary: 'How many stores may exist and how many do',
    permission: 'stores:read',
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
    permission: 'platform:read',
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
  health: {
    method: 'GET',
    path: '/api/health',
    summary: 'Whether the platform works',
    permission: 'public',
    query: emptyQuery,
    success: { status: 200, body: healthSchema },
  },
} as const satisfies Readonly<Record<string, RouteDefinition>>;

export type RouteName = keyof typeof routes;
