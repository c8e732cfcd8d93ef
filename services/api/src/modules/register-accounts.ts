import { routes } from '@shopwright/contract/routes';
import type { FastifyInstance } from 'fastify';
import { providerConfig, sessionLimits } from '../account-config.ts';
import { createCookies } from '../auth/cookies.ts';
import { createPasswordProof } from '../auth/password-proof.ts';
import { createProvider, providerId } from '../auth/provider.ts';
import { createSecondFactor } from '../auth/second-factor.ts';
import { createSessionKeeper } from '../auth/session-keeper.ts';
import { createThrottle } from '../auth/throttle.ts';
import type { AppDependencies } from '../dependencies.ts';
import { createBackground } from '../http/background.ts';
import { createAccountService } from './account/account-service.ts';
import { accountRoutes } from './account/routes.ts';
import { createTwoFactorService } from './account/two-factor-service.ts';
import { createAccountOperations } from './accounts/account-operations.ts';
import { accountsRoutes } from './accounts/routes.ts';
import { createAcceptanceService } from './organization/acceptance-service.ts';
import { invitationRoutes } from './organization/invitation-routes.ts';
import { createInvitationService } from './organization/invitation-service.ts';
import { createMemberService } from './organization/member-service.ts';
import { createOrganizationService } from './organization/organization-service.ts';
import { organizationRoutes } from './organization/routes.ts';
import { sessionRoutes } from './session/routes.ts';
import { linkRoutes } from './sign-in/link-routes.ts';
import { createPasswordResetService } from './sign-in/password-reset-service.ts';
import { providerRoutes } from './sign-in/provider-routes.ts';
import { createProviderService } from './sign-in/provider-service.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { createSignInService } from './sign-in/sign-in-service.ts';
import { createSignUpService } from './sign-in/sign-up-service.ts';
import { createTokenService } from './tokens/token-service.ts';
import { tokenRoutes } from './tokens/routes.ts';

/** Makes what accounts, organizations and tokens need and registers their routes. */
export function registerAccounts(app: FastifyInstance, dependencies: AppDependencies): void {
  const { config, db, passwords, mailer } = dependencies;
  const { PUBLIC_URL: publicUrl } = config;
  const cookies = createCookies({ isHttpsOnly: config.HTTPS_ONLY });
  const sessions = createSessionKeeper(db, sessionLimits(config));
  const throttle = createThrottle(db);
  const secondFactor = createSecondFactor(db, config.SEALING_KEY);
  const proof = createPasswordProof({ db, passwords, throttle });
  const background = createBackground(app.log);
  const signIns = createSignInService({ db, sessions, passwords, throttle, secondFactor });
  const provider = providerOf(config);

  sessionRoutes(app, { db, cookies, sessions });
  signInRoutes(app, {
    db,
    cookies,
    signIns,
    signUp: config.SIGN_UP,
    providers: provider === undefined ? [] : [{ id: provider.id, name: provider.name }],
  });
  linkRoutes(app, {
    cookies,
    signUps: createSignUpService({
      db,
      signIns,
      passwords,
      mailer,
      background,
      publicUrl,
      isOpen: config.SIGN_UP === 'open',
    }),
    passwordResets: createPasswordResetService({ db, passwords, mailer, background, publicUrl }),
  });
  providerRoutes(app, {
    cookies,
    providers: createProviderService({ db, provider, signIns, makesAccounts: config.OIDC_SIGN_UP }),
    publicUrl,
  });
  accountRoutes(app, {
    accounts: createAccountService({ db, sessions, proof, passwords, mailer }),
    twoFactors: createTwoFactorService({ db, sessions, proof, throttle, secondFactor }),
    cookies,
  });
  organizationRoutes(app, {
    organizations: createOrganizationService({ db, mostOwned: config.MAX_ORGANIZATIONS_PER_ACCOUNT }),
    members: createMemberService(db),
  });
  invitationRoutes(app, {
    db,
    cookies,
    sessions,
    invitations: createInvitationService({ db, mailer, publicUrl }),
    acceptances: createAcceptanceService({ db, sessions, passwords }),
  });
  tokenRoutes(app, { tokens: createTokenService(db) });
  accountsRoutes(app, { operations: createAccountOperations(db) });
  app.addHook('onClose', async () => {
    await background.drain();
    await mailer.close();
  });
}

function providerOf(config: AppDependencies['config']) {
  const configured = providerConfig(config);
  if (configured === undefined) return undefined;
  const path = routes.completeProvider.path.replace(':provider', providerId);
  return createProvider(configured, new URL(path, config.PUBLIC_URL).href);
}
