import {
  accountSchema,
  accountSessionListSchema,
  accountSessionParamsSchema,
  changeAccountBodySchema,
  changePasswordBodySchema,
} from '../schemas/account.ts';
import { emptyQuery, type RouteDefinition } from './definition.ts';

/** The account that is signed in, and its sessions. */
export const accountRoutes = {
  changeAccount: {
    method: 'PATCH',
    path: '/api/account',
    summary: 'Change your name',
    permission: 'account',
    query: emptyQuery,
    body: changeAccountBodySchema,
    success: { status: 200, body: accountSchema },
  },
  changePassword: {
    method: 'PUT',
    path: '/api/account/password',
    summary: 'Change your password; ends every other session',
    permission: 'account',
    query: emptyQuery,
    body: changePasswordBodySchema,
    success: { status: 204 },
  },
  listSessions: {
    method: 'GET',
    path: '/api/account/sessions',
    summary: 'List your sessions, the newest first',
    permission: 'account',
    query: emptyQuery,
    success: { status: 200, body: accountSessionListSchema },
  },
  revokeSession: {
    method: 'DELETE',
    path: '/api/account/sessions/:id',
    summary: 'End one of your sessions',
    permission: 'account',
    params: accountSessionParamsSchema,
    query: emptyQuery,
    success: { status: 204 },
  },
  revokeOtherSessions: {
    method: 'DELETE',
    path: '/api/account/sessions',
    summary: 'End all of your sessions but this one',
    permission: 'account',
    query: emptyQuery,
    success: { status: 204 },
  },
} as const satisfies Readonly<Record<string, RouteDefinition>>;
