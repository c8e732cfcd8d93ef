import { type ReactNode, useEffect } from 'react';

export interface PageProps {
  title: string;
  /** Beside the title, e.g. a count. */
  aside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page with its heading; also names the browser tab. */
export function Page({ title, aside, actions, children }: PageProps) {
  usePageTitle(title);
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-6 sm:px-6 lg:px-10 lg:py-9">
      <header className="mb-6 flex min-h-9 flex-wrap items-center gap-x-3 gap-y-3">
        <h1 className="text-[1.375rem] font-semibold">{title}</h1>
        {aside}
        <div className="grow" />
        {actions}
      </header>
      {children}
    </div>
  );
}

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Shopwright`;
  }, [title]);
}
