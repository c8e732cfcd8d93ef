import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  width?: 'narrow' | 'wide';
}

/** A modal dialog: focus stays inside and returns where it came from; on phones it rises from the bottom edge. */
export function Dialog({ isOpen, onClose, title, description, children, width = 'narrow' }: DialogProps) {
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/35 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-50 flex items-end justify-center overflow-y-auto sm:items-start sm:p-6 sm:pt-[8vh]">
          <Base.Popup
            className={classNames(
              'bg-raised shadow-float max-h-[94dvh] w-full overflow-y-auto overscroll-contain rounded-t-2xl transition duration-150 outline-none sm:max-h-[84vh] sm:rounded-2xl',
              'data-ending-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0',
              width === 'wide' ? 'sm:max-w-xl' : 'sm:max-w-md',
            )}
          >
            <header className="flex items-start gap-4 px-5 pt-5 sm:px-6">
              <div className="grow">
                <Base.Title className="text-lg font-semibold">{title}</Base.Title>
                {description !== undefined && (
                  <Base.Description className="text-muted mt-1 leading-relaxed">{description}</Base.Description>
                )}
              </div>
              <Base.Close
                aria-label="Close"
                className="text-muted hover:bg-sunken hover:text-ink -mt-1 -mr-2 grid size-9 shrink-0 place-items-center rounded-lg"
              >
                <X aria-hidden className="size-4" />
              </Base.Close>
            </header>
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** The row of buttons at the end of a dialog; stays visible while the rest scrolls. */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <footer className="border-line bg-raised sticky bottom-0 flex flex-wrap justify-end gap-2 border-t px-5 py-4 sm:px-6">
      {children}
    </footer>
  );
}
