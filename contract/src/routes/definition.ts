import { z } from 'zod';
import type { Permission } from '../permissions.ts';

export interface RouteDefinition {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** In Fastify's and the browser client's notation: `/api/stores/:id`. */
  path: string;
  summary: string;
  permission: Permission;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  success: RouteSuccess;
}

/** Status of success and its body; 204 has none, `stream` is server-sent events, `redirect` leads a browser on. */
export type RouteSuccess =
  | { status: 200 | 201 | 202; body: z.ZodType }
  | { status: 204 }
  | { status: 200; stream: true }
  | { status: 303; redirect: true };

export const emptyQuery = z.strictObject({});
