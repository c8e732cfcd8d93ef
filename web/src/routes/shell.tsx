import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { MobileNavigation, Sidebar } from '../features/shell/navigation.tsx';
import { Notices } from '../features/shell/notices.tsx';
import { useStoreNews } from '../features/shell/store-news.ts';
import { closeOverlay, currentOverlay, openOverlay, useOverlay } from '../lib/overlay.ts';
import { useIsSignedIn } from '../lib/session.ts';
import { useShortcuts } from '../lib/shortcuts.ts';
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

/** What is around every page once somebody is signed in: navigation, news, shortcuts, and the event stream. */
export function Shell() {
  useLiveUpdates();
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
        <Outlet />
      </main>
      <MobileNavigation />
      <Overlays />
      <Notices />
    </div>
  );
}

function Overlays() {
  const overlay = useOverlay();
  const navigate = useNavigate();
  return (
    <Suspense>
      {overlay === 'create-store' && (
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
  const isSignedIn = useIsSignedIn();
  const navigate = useNavigate();
  useEffect(() => {
    if (isSignedIn) return;
    closeOverlay();
    void navigate({ to: '/sign-in', search: {} });
  }, [isSignedIn, navigate]);
}

function useGlobalShortcuts(): void {
  const navigate = useNavigate();
  useShortcuts({
    c: () => openOverlay('create-store'),
    '?': () => openOverlay('shortcuts'),
    'g s': () => void navigate({ to: '/' }),
    'g a': () => void navigate({ to: '/activity' }),
    'g p': () => void navigate({ to: '/platform' }),
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      if (currentOverlay() === 'commands') closeOverlay();
      else openOverlay('commands');
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
