import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { signInSearch } from './features/sign-in/search.ts';
import { activitySearchSchema } from './features/activity/search.ts';
import { storeListSearchSchema } from './features/stores/search.ts';
import { loadSession } from './lib/load-session.ts';
import { operationQuery, platformQuery, storeListQuery, storeQuery } from './lib/queries.ts';
import { queryClient } from './lib/query-client.ts';
import { NotFoundPage } from './routes/not-found.tsx';
import { RouteError } from './routes/route-error.tsx';
import { Shell } from './routes/shell.tsx';
import { StoresPage } from './routes/stores-page.tsx';

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./routes/public/sign-in-page.tsx'), 'SignInPage'),
});

const linkPages = () => import('./routes/public/link-pages.tsx');

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(linkPages, 'ForgotPasswordPage'),
});

const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password-reset',
  component: lazyRouteComponent(linkPages, 'ResetPasswordPage'),
});

const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  component: lazyRouteComponent(linkPages, 'SignUpPage'),
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  loader: () => loadSession(),
  component: lazyRouteComponent(linkPages, 'InvitationPage'),
});

const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const { account } = await loadSession();
    if (account === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
});

const storesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  validateSearch: storeListSearchSchema,
  loader: () => {
    void queryClient.prefetchQuery(storeListQuery({ deleted: false }));
    void queryClient.prefetchQuery(platformQuery);
  },
  component: StoresPage,
});

const storeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/stores/$storeId',
  loader: ({ params }) => void prefetchStore(params.storeId),
  component: lazyRouteComponent(() => import('./routes/store-page.tsx'), 'StorePage'),
});

const activityRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/activity',
  validateSearch: activitySearchSchema,
  component: lazyRouteComponent(() => import('./routes/activity-page.tsx'), 'ActivityPage'),
});

const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./routes/account-page.tsx'), 'AccountPage'),
});

const organizationPages = () => import('./routes/organization-pages.tsx');

const organizationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organization',
  component: lazyRouteComponent(organizationPages, 'MembersPage'),
});

const tokensRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organization/tokens',
  component: lazyRouteComponent(organizationPages, 'TokensPage'),
});

const usageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organization/usage',
  component: lazyRouteComponent(organizationPages, 'UsagePage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organization/settings',
  component: lazyRouteComponent(organizationPages, 'SettingsPage'),
});

const platformRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/platform',
  component: lazyRouteComponent(() => import('./routes/platform-page.tsx'), 'PlatformPage'),
});

const operatorPages = () => import('./routes/operator-pages.tsx');

const organizationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/platform/organizations',
  component: lazyRouteComponent(operatorPages, 'OrganizationsPage'),
});

const accountsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/platform/accounts',
  component: lazyRouteComponent(operatorPages, 'AccountsPage'),
});

async function prefetchStore(id: string): Promise<void> {
  await queryClient.prefetchQuery(storeQuery(id));
  const operation = queryClient.getQueryData(storeQuery(id).queryKey)?.operation;
  if (operation) await queryClient.prefetchQuery(operationQuery(operation.id));
}

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    forgotPasswordRoute,
    resetPasswordRoute,
    signUpRoute,
    invitationRoute,
    shellRoute.addChildren([
      storesRoute,
      storeRoute,
      activityRoute,
      accountRoute,
      organizationRoute,
      tokensRoute,
      usageRoute,
      settingsRoute,
      platformRoute,
      organizationsRoute,
      accountsRoute,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: RouteError,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
