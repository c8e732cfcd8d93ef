import { CircleUserRound, Keyboard, LogOut, type LucideIcon, Monitor, Moon, Sun } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { classNames } from '../../components/class-names.ts';
import { openOverlay } from '../../lib/overlay.ts';
import { queryClient } from '../../lib/query-client.ts';
import { endSession } from '../../lib/session.ts';
import { type Theme, useTheme } from '../../lib/theme.ts';

const themeLooks: Readonly<Record<Theme, { next: Theme; label: string; icon: LucideIcon }>> = {
  system: { next: 'light', label: 'Theme: system', icon: Monitor },
  light: { next: 'dark', label: 'Theme: light', icon: Sun },
  dark: { next: 'system', label: 'Theme: dark', icon: Moon },
};

/** A native popover with plain buttons: nothing to load before the first page is there. */
export function AccountMenu({ isCompact = false }: { isCompact?: boolean }) {
  const id = useId();
  const [theme, setTheme] = useTheme();
  const { next, label, icon } = themeLooks[theme];
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={
          isCompact
            ? 'text-muted flex h-14 flex-1 flex-col items-center justify-center gap-1 text-[0.6875rem]'
            : 'text-muted hover:bg-sunken hover:text-ink flex h-9 items-center gap-2.5 rounded-lg px-2.5'
        }
      >
        <CircleUserRound aria-hidden className={isCompact ? 'size-5' : 'size-4'} strokeWidth={isCompact ? 1.75 : 2} />
        {isCompact ? 'Account' : 'Operator'}
      </button>
      <div
        id={id}
        popover="auto"
        className={classNames(
          'bg-raised shadow-float fade-in fixed inset-auto w-56 rounded-xl p-1',
          isCompact ? 'right-3 bottom-18' : 'bottom-16 left-3',
        )}
      >
        <MenuButton icon={icon} onClick={() => setTheme(next)}>
          {label}
        </MenuButton>
        <MenuButton icon={Keyboard} popoverTarget={id} onClick={() => openOverlay('shortcuts')}>
          Keyboard shortcuts
        </MenuButton>
        <MenuButton
          icon={LogOut}
          popoverTarget={id}
          onClick={() => {
            endSession();
            queryClient.clear();
          }}
        >
          Sign out
        </MenuButton>
      </div>
    </>
  );
}

interface MenuButtonProps {
  icon: LucideIcon;
  onClick: () => void;
  children: ReactNode;
  /** The popover that it closes. */
  popoverTarget?: string;
}

function MenuButton({ icon: Icon, children, ...button }: MenuButtonProps) {
  return (
    <button
      type="button"
      {...button}
      className="hover:bg-sunken text-ink flex h-9 w-full items-center gap-2.5 rounded-lg px-2.5 text-left"
    >
      <Icon aria-hidden className="text-muted size-4" /> {children}
    </button>
  );
}
