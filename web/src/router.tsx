import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { storeListSearchSchema } from './features/stores/search.ts';
import { activitySearchSchema } from './features/activity/search.ts';
import { operationQuery, platformQuery, storeListQuery, storeQuery } from './lib/queries.ts';
import { queryClient } from './lib/query-client.ts';
import { isSignedIn } from './lib/session.ts';
import { NotFoundPage } from './routes/not-found.tsx';
import { RouteError } from './routes/route-error.tsx';
import { Shell } from './routes/shell.tsx';
import { StoresPage } from './routes/stores-page.tsx';

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => {
    const { next } = search;
    // Only a path of ours: an address that begins with two slashes would lead to another host.
    return typeof next === 'string' && /^\/(?!\/)/.test(next) ? { next } : {};
  },
  component: lazyRouteComponent(() => import('./routes/sign-in-page.tsx'), 'SignInPage'),
});

const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  beforeLoad: ({ location }) => {
    if (!isSignedIn()) throw redirect({ to: '/sign-in', search: { next: location.href } });
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

const platformRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/platform',
  component: lazyRouteComponent(() => import('./routes/platform-page.tsx'), 'PlatformPage'),
});

async function prefetchStore(id: string): Promise<void> {
  await queryClient.prefetchQuery(storeQuery(id));
  const operation = queryClient.getQueryData(storeQuery(id).queryKey)?.operation;
  if (operation) await queryClient.prefetchQuery(operationQuery(operation.id));
}

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    shellRoute.addChildren([storesRoute, storeRoute, activityRoute, platformRoute]),
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
