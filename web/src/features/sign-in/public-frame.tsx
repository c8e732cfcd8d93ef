import type { ReactNode } from 'react';
import { Logo } from '../../components/logo.tsx';
import { usePageTitle } from '../../components/page.tsx';

export interface PublicFrameProps {
  title: string;
  /** Below the title. */
  lead?: ReactNode;
  children: ReactNode;
}

/** A page for somebody who is not signed in: one thing to do. */
export function PublicFrame({ title, lead, children }: PublicFrameProps) {
  usePageTitle(title);
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-sm">
        <Logo className="mb-6 size-11" />
        <h1 className="text-2xl font-semibold">{title}</h1>
        {lead !== undefined && <p className="text-muted mt-2 leading-relaxed text-pretty">{lead}</p>}
        <div className="mt-6 space-y-5">{children}</div>
      </div>
    </main>
  );
}
