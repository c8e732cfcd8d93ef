import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { Kbd } from '../../components/kbd.tsx';
import { Logo } from '../../components/logo.tsx';
import { openOverlay } from '../../lib/overlay.ts';
import { AccountMenu } from './account-menu.tsx';
import { ConnectionNote, ConnectionWarning } from './connection-note.tsx';
import { useDestinations } from './destinations.ts';
import { OrganizationSwitcher } from './organization-switcher.tsx';

export function Sidebar() {
  const destinations = useDestinations();
  return (
    <aside className="border-line sticky top-0 z-20 flex h-dvh flex-col border-r px-3 py-5 max-lg:hidden">
      <Link to="/" className="mx-2 mb-4 flex items-center gap-2.5 rounded-md text-[0.9375rem] font-semibold">
        <Logo className="size-7" /> Shopwright
      </Link>
      <OrganizationSwitcher />
      <button
        type="button"
        onClick={() => openOverlay('commands')}
        className="border-line text-muted hover:bg-sunken bg-surface shadow-card mb-4 flex h-9 items-center gap-2 rounded-lg border px-2.5"
      >
        <Search aria-hidden className="size-4" />
        <span className="grow text-left">Go to…</span>
        <Kbd>⌘K</Kbd>
      </button>
      <nav aria-label="Main" className="flex flex-col gap-0.5">
        {destinations.map(({ to, label, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: false, includeSearch: false }}
            className="text-muted hover:bg-sunken hover:text-ink flex h-9 items-center gap-2.5 rounded-lg px-2.5"
            activeProps={{ className: 'bg-line/55 text-ink! font-medium' }}
          >
            <Icon aria-hidden className="size-4" /> {label}
          </Link>
        ))}
      </nav>
      <div className="grow" />
      <ConnectionNote />
      <AccountMenu />
    </aside>
  );
}

/** On phones: the same places within reach of the thumb. */
export function MobileNavigation() {
  const destinations = useDestinations();
  return (
    <nav
      aria-label="Main"
      className="border-line bg-canvas/92 fixed inset-x-0 bottom-0 z-30 flex border-t pb-[env(safe-area-inset-bottom)] backdrop-blur-md lg:hidden"
    >
      {destinations.map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: false, includeSearch: false }}
          className="text-muted flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-1 text-[0.6875rem]"
          activeProps={{ className: 'text-ink! font-medium' }}
        >
          <Icon aria-hidden className="size-5" strokeWidth={1.75} /> {label}
        </Link>
      ))}
      <AccountMenu isCompact />
      <ConnectionWarning />
    </nav>
  );
}
