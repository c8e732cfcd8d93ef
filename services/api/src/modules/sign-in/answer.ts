import type { SignInResult } from '@shopwright/contract/schemas/sign-in';
import type { FastifyReply } from 'fastify';
import type { Cookies } from '../../auth/cookies.ts';
import type { IssuedSession } from '../../auth/session-keeper.ts';
import type { SignInOutcome } from './sign-in-service.ts';

/** Hands the cookies of a sign-in to the browser. */
export function answerSignIn(reply: FastifyReply, cookies: Cookies, outcome: SignInOutcome): SignInResult {
  if (outcome.kind === 'two-factor') {
    reply.header('set-cookie', cookies.write('two-factor', outcome.secret, outcome.maxAgeSeconds));
    return { twoFactorRequired: true };
  }
  setSessionCookie(reply, cookies, outcome.session);
  reply.header('set-cookie', cookies.clear('two-factor'));
  return { twoFactorRequired: false };
}

export function setSessionCookie(reply: FastifyReply, cookies: Cookies, session: IssuedSession): void {
  reply.header('set-cookie', cookies.write('session', session.secret, session.maxAgeSeconds));
}
