import { accountRoutes } from './routes/account.ts';
import { accountsRoutes } from './routes/accounts.ts';
import type { RouteDefinition } from './routes/definition.ts';
import { eventsRoutes } from './routes/events.ts';
import { invitationsRoutes } from './routes/invitations.ts';
import { operationsRoutes } from './routes/operations.ts';
import { organizationRoutes } from './routes/organization.ts';
import { platformRoutes } from './routes/platform.ts';
import { quotasRoutes } from './routes/quotas.ts';
import { sessionRoutes } from './routes/session.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { storesRoutes } from './routes/stores.ts';
import { tokensRoutes } from './routes/tokens.ts';
import { twoFactorRoutes } from './routes/two-factor.ts';

export type { RouteDefinition } from './routes/definition.ts';

/** Every JSON route of the API; server, client and OpenAPI document are made from it. */
export const routes = {
  ...storesRoutes,
  ...operationsRoutes,
  ...eventsRoutes,
  ...platformRoutes,
  ...quotasRoutes,
  ...sessionRoutes,
  ...signInRoutes,
  ...accountRoutes,
  ...twoFactorRoutes,
  ...organizationRoutes,
  ...invitationsRoutes,
  ...tokensRoutes,
  ...accountsRoutes,
} as const satisfies Readonly<Record<string, RouteDefinition>>;

export type RouteName = keyof typeof routes;
