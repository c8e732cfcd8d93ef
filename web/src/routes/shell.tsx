import { storesRoutes } from '@shopwright/contract/routes/stores';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { MobileNavigation, Sidebar } from '../features/shell/navigation.tsx';
import { Notices } from '../features/shell/notices.tsx';
import { useGlobalShortcuts } from '../features/shell/use-global-shortcuts.ts';
import { useStoreNews } from '../features/shell/store-news.ts';
import { closeOverlay, useOverlay } from '../lib/overlay.ts';
import { useMay, useSession } from '../lib/session.ts';
import { useOtherTabs } from '../lib/session-tabs.ts';
import { useLiveUpdates } from '../lib/use-live-updates.ts';

const CreateStoreDialog = lazy(async () => ({
  default: (await import('../features/create-store/create-store-dialog.tsx')).CreateStoreDialog,
}));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('../features/shell/shortcuts-dialog.tsx')).ShortcutsDialog,
}));
const CommandDialog = lazy(async () => ({
  default: (await import('../features/shell/command-dialog.tsx')).CommandDialog,
}));

const NoOrganization = lazy(async () => ({ default: (await import('./no-organization.tsx')).NoOrganization }));

/** What is around every page once somebody is signed in: navigation, news, shortcuts, and the event stream. */
export function Shell() {
  const organizationId = useSession()?.organization?.id ?? null;
  useOtherTabs();
  useStoreNews();
  useLeaveWhenSignedOut();
  useGlobalShortcuts();
  return (
    <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="bg-primary text-on-primary sr-only z-50 rounded-lg px-4 py-2 focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Skip to content
      </a>
      <Sidebar />
      <main id="content" tabIndex={-1} className="min-h-dvh min-w-0 pb-20 outline-none lg:pb-0">
        {/* Nothing of one organization stays on screen in another. */}
        <Content key={organizationId} hasOrganization={organizationId !== null} />
      </main>
      <MobileNavigation />
      <Overlays />
      {/* A stream tells of the organization in which it was opened. */}
      <LiveUpdates key={organizationId} />
      <Notices />
    </div>
  );
}

const placesWithoutOrganization = /^\/(?:account|platform)/;

function Content({ hasOrganization }: { hasOrganization: boolean }) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (hasOrganization || placesWithoutOrganization.test(path)) return <Outlet />;
  return (
    <Suspense>
      <NoOrganization />
    </Suspense>
  );
}

function LiveUpdates() {
  useLiveUpdates();
  return null;
}

function Overlays() {
  const overlay = useOverlay();
  const navigate = useNavigate();
  const may = useMay();
  return (
    <Suspense>
      {overlay === 'create-store' && may(storesRoutes.createStore.permission) && (
        <CreateStoreDialog
          onClose={closeOverlay}
          onCreated={(storeId) => {
            closeOverlay();
            void navigate({ to: '/stores/$storeId', params: { storeId } });
          }}
        />
      )}
      {overlay === 'shortcuts' && <ShortcutsDialog onClose={closeOverlay} />}
      {overlay === 'commands' && <CommandDialog onClose={closeOverlay} />}
    </Suspense>
  );
}

function useLeaveWhenSignedOut(): void {
  const isSignedIn = useSession()?.account != null;
  const navigate = useNavigate();
  useEffect(() => {
    if (isSignedIn) return;
    closeOverlay();
    void navigate({ to: '/sign-in', search: {} });
  }, [isSignedIn, navigate]);
}
