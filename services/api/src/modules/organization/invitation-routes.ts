import { AppError } from '@shopwright/contract/errors';
import type { Database } from '@shopwright/database';
import type { FastifyInstance } from 'fastify';
import type { Cookies } from '../../auth/cookies.ts';
import { identityOfSession } from '../../auth/identities.ts';
import type { SessionKeeper } from '../../auth/session-keeper.ts';
import { registerRoute } from '../../http/register-route.ts';
import { sourceOf } from '../../http/source.ts';
import { requireOrganizationCaller, requirePerson } from '../caller.ts';
import { sessionView } from '../session/session-view.ts';
import { setSessionCookie } from '../sign-in/answer.ts';
import type { AcceptanceService } from './acceptance-service.ts';
import type { InvitationService } from './invitation-service.ts';

export interface InvitationRoutesOptions {
  db: Database;
  cookies: Cookies;
  sessions: SessionKeeper;
  invitations: InvitationService;
  acceptances: AcceptanceService;
}

export function invitationRoutes(app: FastifyInstance, options: InvitationRoutesOptions): void {
  const { db, cookies, sessions, invitations, acceptances } = options;

  const readSession = async (secret: string) => {
    const open = await sessions.find(secret);
    if (open === undefined) throw new AppError('UNAUTHENTICATED');
    const { expiresAt } = open.session;
    return sessionView(db, { identity: identityOfSession(open), awaitsTwoFactor: false, expiresAt });
  };

  registerRoute(app, 'listInvitations', async ({ request }) => ({
    items: await invitations.list(requireOrganizationCaller(request)),
  }));

  registerRoute(app, 'invite', ({ body, request }) => invitations.invite(requireOrganizationCaller(request), body));

  registerRoute(app, 'revokeInvitation', ({ params, request }) =>
    invitations.revoke(requireOrganizationCaller(request), params.id),
  );

  registerRoute(app, 'readInvitation', ({ body }) => acceptances.read(body.secret));

  registerRoute(app, 'acceptInvitation', async ({ body, request, reply }) => {
    if (request.identity !== null) {
      await acceptances.acceptAs(requirePerson(request), body.secret);
      return readSession(cookies.read(request.headers, 'session') ?? '');
    }
    const session = await acceptances.acceptWithNewAccount(body, sourceOf(request));
    setSessionCookie(reply, cookies, session);
    return readSession(session.secret);
  });
}
