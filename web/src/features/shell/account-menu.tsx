import { Link } from '@tanstack/react-router';
import { CircleUserRound, Keyboard, LogOut, type LucideIcon, Monitor, Moon, Sun, UserRoundCog } from 'lucide-react';
import { useId } from 'react';
import { openOverlay } from '../../lib/overlay.ts';
import { useSession } from '../../lib/session.ts';
import { type Theme, useTheme } from '../../lib/theme.ts';
import { tellError } from '../../lib/use-action.ts';
import { OrganizationChoices } from './organization-switcher.tsx';
import { Popover, PopoverButton, popoverItemClass } from './popover.tsx';

const themeLooks: Readonly<Record<Theme, { next: Theme; label: string; icon: LucideIcon }>> = {
  system: { next: 'light', label: 'Theme: system', icon: Monitor },
  light: { next: 'dark', label: 'Theme: light', icon: Sun },
  dark: { next: 'system', label: 'Theme: dark', icon: Moon },
};

/** Who is signed in, and what concerns that person alone. */
export function AccountMenu({ isCompact = false }: { isCompact?: boolean }) {
  const id = useId();
  const session = useSession();
  const account = session?.account;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={
          isCompact
            ? 'text-muted flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-1 text-[0.6875rem]'
            : 'text-muted hover:bg-sunken hover:text-ink flex h-9 items-center gap-2.5 rounded-lg px-2.5'
        }
      >
        <CircleUserRound
          aria-hidden
          className={isCompact ? 'size-5' : 'size-4 shrink-0'}
          strokeWidth={isCompact ? 1.75 : 2}
        />
        {isCompact ? 'Account' : <span className="truncate">{account?.name}</span>}
      </button>
      <Popover id={id} className={isCompact ? 'right-3 bottom-18' : 'bottom-16 left-3'}>
        <p className="text-muted truncate px-2.5 py-1.5 text-[0.8125rem]">{account?.email}</p>
        {isCompact && session && session.organizations.length > 1 && (
          <div className="border-line mb-1 border-b pb-1">
            <OrganizationChoices />
          </div>
        )}
        <MenuItems hasKeyboard={!isCompact} />
      </Popover>
    </>
  );
}

function MenuItems({ hasKeyboard }: { hasKeyboard: boolean }) {
  const [theme, setTheme] = useTheme();
  const { next, label, icon } = themeLooks[theme];
  return (
    <>
      <Link to="/account" className={popoverItemClass}>
        <UserRoundCog aria-hidden className="text-muted size-4" /> Your account
      </Link>
      <PopoverButton icon={icon} keepsOpen onClick={() => setTheme(next)}>
        {label}
      </PopoverButton>
      {hasKeyboard && (
        <PopoverButton icon={Keyboard} onClick={() => openOverlay('shortcuts')}>
          Keyboard shortcuts
        </PopoverButton>
      )}
      <PopoverButton icon={LogOut} onClick={() => void signOut()}>
        Sign out
      </PopoverButton>
    </>
  );
}

/** Loaded when it is asked for: the first page does without the schemas of signing in. */
async function signOut(): Promise<void> {
  try {
    await (await import('../../lib/sign-out.ts')).signOut();
  } catch (error) {
    tellError(error);
  }
}
