import { AppError } from '@shopwright/contract/errors';
import type { SessionView } from '@shopwright/contract/schemas/session';
import type { Database } from '@shopwright/database';
import { findOrganization, setSessionOrganization } from '@shopwright/database/accounts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Cookies } from '../../auth/cookies.ts';
import { identityOfSession } from '../../auth/identities.ts';
import type { SessionKeeper } from '../../auth/session-keeper.ts';
import { registerRoute } from '../../http/register-route.ts';
import { requirePerson } from '../caller.ts';
import { sessionView } from './session-view.ts';

export interface SessionRoutesOptions {
  db: Database;
  cookies: Cookies;
  sessions: SessionKeeper;
}

export function sessionRoutes(app: FastifyInstance, { db, cookies, sessions }: SessionRoutesOptions): void {
  const readSession = async (request: FastifyRequest): Promise<SessionView> => {
    const awaitsTwoFactor = cookies.read(request.headers, 'two-factor') !== undefined;
    const { identity } = request;
    if (identity?.account === undefined) return sessionView(db, { identity, awaitsTwoFactor, expiresAt: null });
    const open = await sessions.find(cookies.read(request.headers, 'session') ?? '');
    if (open === undefined) return sessionView(db, { identity: null, awaitsTwoFactor, expiresAt: null });
    return sessionView(db, {
      identity: identityOfSession(open),
      awaitsTwoFactor: false,
      expiresAt: open.session.expiresAt,
    });
  };

  registerRoute(app, 'getSession', ({ request }) => readSession(request));

  registerRoute(app, 'switchOrganization', async ({ body, request }) => {
    const { accountId, sessionId, isOperator } = requirePerson(request);
    const found = await findOrganization(db, body.organizationId, accountId);
    // To everybody but operators an organization without them does not exist.
    if (found === undefined || (found.role === null && !isOperator)) throw new AppError('ORGANIZATION_NOT_FOUND');
    await setSessionOrganization(db, sessionId, found.organization.id);
    return readSession(request);
  });
}
