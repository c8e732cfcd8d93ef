import type { Database } from '@shopwright/database';
import { recordEvent } from '@shopwright/database';
import { deleteSession } from '@shopwright/database/accounts';
import { passwordMinLength } from '@shopwright/contract/schemas/store-requests';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Cookies } from '../../auth/cookies.ts';
import { registerRoute } from '../../http/register-route.ts';
import { sourceOf } from '../../http/source.ts';
import { answerSignIn } from './answer.ts';
import type { SignInRequest, SignInService } from './sign-in-service.ts';

export interface SignInRoutesOptions {
  db: Database;
  cookies: Cookies;
  signIns: SignInService;
  signUp: 'invitation' | 'open';
  providers: readonly { id: string; name: string }[];
}

export function signInRoutes(app: FastifyInstance, options: SignInRoutesOptions): void {
  const { db, cookies, signIns, signUp, providers } = options;

  registerRoute(app, 'getSignInOptions', () =>
    Promise.resolve({ signUp, passwordMinLength, providers: [...providers] }),
  );

  registerRoute(app, 'signIn', async ({ body, request, reply }) =>
    answerSignIn(reply, cookies, await signIns.withPassword(body, signInRequestOf(request, cookies))),
  );

  registerRoute(app, 'signInTwoFactor', async ({ body, request, reply }) => {
    const challenge = cookies.read(request.headers, 'two-factor');
    return answerSignIn(
      reply,
      cookies,
      await signIns.withSecondFactor(challenge, body, signInRequestOf(request, cookies)),
    );
  });

  registerRoute(app, 'signOut', async ({ request, reply }) => {
    const account = request.identity?.account;
    if (request.identity !== null && account !== undefined) {
      const { actor, organizationId } = request.identity;
      await deleteSession(db, account.id, account.sessionId);
      await recordEvent(db, { type: 'sign-out', actor, source: sourceOf(request), organizationId });
    }
    reply.header('set-cookie', cookies.clear('session'));
    reply.header('set-cookie', cookies.clear('two-factor'));
  });
}

/** From where somebody signs in, and with which session they come. */
export function signInRequestOf(request: FastifyRequest, cookies: Cookies): SignInRequest {
  return { source: sourceOf(request), replaces: cookies.read(request.headers, 'session') };
}
