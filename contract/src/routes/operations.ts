import { operationParamsSchema, operationSchema } from '../schemas/operation.ts';
import { reasonBodySchema } from '../schemas/store-requests.ts';
import { emptyQuery, type RouteDefinition } from './definition.ts';

/** What is being done to a store. */
export const operationsRoutes = {
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
} as const satisfies Readonly<Record<string, RouteDefinition>>;
