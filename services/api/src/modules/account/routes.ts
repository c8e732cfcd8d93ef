import type { FastifyInstance } from 'fastify';
import type { Cookies } from '../../auth/cookies.ts';
import { registerRoute } from '../../http/register-route.ts';
import { requirePerson } from '../caller.ts';
import { setSessionCookie } from '../sign-in/answer.ts';
import type { AccountService } from './account-service.ts';
import type { TwoFactorService } from './two-factor-service.ts';

export interface AccountRoutesOptions {
  accounts: AccountService;
  twoFactors: TwoFactorService;
  cookies: Cookies;
}

export function accountRoutes(app: FastifyInstance, { accounts, twoFactors, cookies }: AccountRoutesOptions): void {
  registerRoute(app, 'changeAccount', ({ body, request }) => accounts.rename(requirePerson(request), body.name));

  registerRoute(app, 'changePassword', async ({ body, request, reply }) => {
    const passwords = { current: body.currentPassword, next: body.newPassword };
    setSessionCookie(reply, cookies, await accounts.changePassword(requirePerson(request), passwords));
  });

  registerRoute(app, 'listSessions', async ({ request }) => ({
    items: await accounts.sessions(requirePerson(request)),
  }));

  registerRoute(app, 'revokeSession', ({ params, request }) =>
    accounts.revokeSession(requirePerson(request), params.id),
  );

  registerRoute(app, 'revokeOtherSessions', ({ request }) => accounts.revokeOtherSessions(requirePerson(request)));

  registerRoute(app, 'enrolTwoFactor', ({ body, request }) => twoFactors.enrol(requirePerson(request), body.password));

  registerRoute(app, 'confirmTwoFactor', async ({ body, request, reply }) => {
    const { recoveryCodes, session } = await twoFactors.confirm(requirePerson(request), body.code);
    setSessionCookie(reply, cookies, session);
    return { recoveryCodes };
  });

  registerRoute(app, 'renewRecoveryCodes', async ({ body, request }) => ({
    recoveryCodes: await twoFactors.renewRecoveryCodes(requirePerson(request), body.password),
  }));

  registerRoute(app, 'disableTwoFactor', async ({ body, request, reply }) => {
    setSessionCookie(reply, cookies, await twoFactors.disable(requirePerson(request), body.password));
  });
}
