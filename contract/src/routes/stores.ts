import { storePodsSchema } from '../schemas/pods.ts';
import { acceptedSchema, credentialsSchema, storeDetailSchema, storePageSchema } from '../schemas/store.ts';
import {
  createStoreBodySchema,
  listStoresQuerySchema,
  retryStoreBodySchema,
  storeParamsSchema,
} from '../schemas/store-requests.ts';
import { emptyQuery, type RouteDefinition } from './definition.ts';

/** Stores and the first password of their admin. */
export const storesRoutes = {
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
  getStorePods: {
    method: 'GET',
    path: '/api/stores/:id/pods',
    summary: 'Ask the cluster how the pods of a store are and what they reserve',
    permission: 'stores:read',
    params: storeParamsSchema,
    query: emptyQuery,
    success: { status: 200, body: storePodsSchema },
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
} as const satisfies Readonly<Record<string, RouteDefinition>>;
