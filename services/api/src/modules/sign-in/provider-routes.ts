import { appErrorOf } from '../../http/app-error-of.ts';
import type { FastifyInstance } from 'fastify';
import type { Cookies } from '../../auth/cookies.ts';
import { registerRoute } from '../../http/register-route.ts';
import { answerSignIn } from './answer.ts';
import type { ProviderService } from './provider-service.ts';
import { signInRequestOf } from './routes.ts';

export interface ProviderRoutesOptions {
  cookies: Cookies;
  providers: ProviderService;
  publicUrl: string;
}

export function providerRoutes(app: FastifyInstance, { cookies, providers, publicUrl }: ProviderRoutesOptions): void {
  registerRoute(app, 'startProvider', async ({ params, body, reply }) => {
    const { url, secret, maxAgeSeconds } = await providers.begin(params.provider, body.returnTo);
    reply.header('set-cookie', cookies.write('provider', secret, maxAgeSeconds));
    return { url };
  });

  // A browser follows this address by itself: what goes wrong is shown by the dashboard, not as JSON.
  registerRoute(app, 'completeProvider', async ({ request, reply }) => {
    reply.header('set-cookie', cookies.clear('provider'));
    try {
      const visit = cookies.read(request.headers, 'provider');
      const callback = new URL(request.url, publicUrl);
      const { outcome, returnTo } = await providers.complete(callback, visit, signInRequestOf(request, cookies));
      const { twoFactorRequired } = answerSignIn(reply, cookies, outcome);
      await reply.redirect(twoFactorRequired ? '/sign-in?step=two-factor' : returnTo, 303);
    } catch (error) {
      const failure = appErrorOf(error);
      request.failure = failure;
      request.log.warn({ err: failure, code: failure.code }, 'a sign-in through the provider failed');
      await reply.redirect(`/sign-in?problem=${failure.code}`, 303);
    }
  });
}
