import {
  accountParamsSchema,
  listAccountsQuerySchema,
  operatedAccountPageSchema,
  operatedAccountSchema,
} from '../schemas/account.ts';
import { emptyQuery, type RouteDefinition } from './definition.ts';

/** Every account of the platform, for operators. */
export const accountsRoutes = {
  listAccounts: {
    method: 'GET',
    path: '/api/accounts',
    summary: 'List the accounts of the platform, the newest first',
    permission: 'platform:read',
    query: listAccountsQuerySchema,
    success: { status: 200, body: operatedAccountPageSchema },
  },
  disableAccount: {
    method: 'POST',
    path: '/api/accounts/:id/disable',
    summary: 'Keep an account out: its sessions end, its tokens stop working',
    permission: 'platform:manage',
    params: accountParamsSchema,
    query: emptyQuery,
    success: { status: 200, body: operatedAccountSchema },
  },
  enableAccount: {
    method: 'POST',
    path: '/api/accounts/:id/enable',
    summary: 'Let a disabled account in again',
    permission: 'platform:manage',
    params: accountParamsSchema,
    query: emptyQuery,
    success: { status: 200, body: operatedAccountSchema },
  },
} as const satisfies Readonly<Record<string, RouteDefinition>>;
