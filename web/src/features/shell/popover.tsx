import type { LucideIcon } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { classNames } from '../../components/class-names.ts';

export interface PopoverProps {
  id: string;
  className: string;
  children: ReactNode;
}

/** A native popover: nothing to load before the first page is there. A click on anything in it closes it. */
export function Popover({ id, className, children }: PopoverProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- closes after the click of a button within
    <div
      id={id}
      popover="auto"
      onClick={(event) => event.currentTarget.hidePopover()}
      className={classNames('bg-raised shadow-float fade-in fixed inset-auto w-60 rounded-xl p-1', className)}
    >
      {children}
    </div>
  );
}

export const popoverItemClass =
  'hover:bg-sunken text-ink flex min-h-9 w-full items-center gap-2.5 rounded-lg px-2.5 py-1 text-left';

export interface PopoverButtonProps {
  icon: LucideIcon;
  onClick: () => void;
  isCurrent?: boolean;
  /** For what one may want to click again. */
  keepsOpen?: boolean;
  children: ReactNode;
}

export function PopoverButton({ icon: Icon, onClick, isCurrent, keepsOpen = false, children }: PopoverButtonProps) {
  const click = (event: MouseEvent): void => {
    if (keepsOpen) event.stopPropagation();
    onClick();
  };
  return (
    <button type="button" onClick={click} aria-current={isCurrent || undefined} className={popoverItemClass}>
      <Icon aria-hidden className="text-muted size-4 shrink-0" />{' '}
      <span className="min-w-0 break-words">{children}</span>
    </button>
  );
}
