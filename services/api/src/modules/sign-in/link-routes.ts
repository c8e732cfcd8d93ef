import type { FastifyInstance } from 'fastify';
import type { Cookies } from '../../auth/cookies.ts';
import { registerRoute } from '../../http/register-route.ts';
import { sourceOf } from '../../http/source.ts';
import { answerSignIn } from './answer.ts';
import type { PasswordResetService } from './password-reset-service.ts';
import { signInRequestOf } from './routes.ts';
import type { SignUpService } from './sign-up-service.ts';

export interface LinkRoutesOptions {
  cookies: Cookies;
  signUps: SignUpService;
  passwordResets: PasswordResetService;
}

/** What begins with a link in a mail. */
export function linkRoutes(app: FastifyInstance, { cookies, signUps, passwordResets }: LinkRoutesOptions): void {
  // oxlint-disable-next-line typescript/require-await -- what it refuses must become a rejection
  registerRoute(app, 'requestSignUp', async ({ body }) => signUps.request(body.email));

  registerRoute(app, 'completeSignUp', async ({ body, request, reply }) =>
    answerSignIn(reply, cookies, await signUps.complete(body, signInRequestOf(request, cookies))),
  );

  registerRoute(app, 'requestPasswordReset', async ({ body }) => passwordResets.request(body.email));

  registerRoute(app, 'completePasswordReset', ({ body, request }) => passwordResets.complete(body, sourceOf(request)));
}
