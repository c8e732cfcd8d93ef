import { Link } from '@tanstack/react-router';
import { MapPinOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass } from '../components/button.tsx';
import { EmptyState } from '../components/states.tsx';

/** An address that leads nowhere, and the way out. */
export function NothingHere({ title, children }: { title: string; children: ReactNode }) {
  return (
    <EmptyState
      isPage
      icon={<MapPinOff aria-hidden className="size-9" strokeWidth={1.5} />}
      title={title}
      action={
        <Link to="/" className={buttonClass('primary')}>
          Go to the stores
        </Link>
      }
    >
      {children}
    </EmptyState>
  );
}
