import type { ReactNode } from 'react';

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="border-line-strong text-muted bg-surface inline-grid h-5 min-w-5 place-items-center rounded-md border px-1 font-sans text-[0.6875rem] font-medium">
      {children}
    </kbd>
  );
}
