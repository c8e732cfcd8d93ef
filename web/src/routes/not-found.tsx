import { Link } from '@tanstack/react-router';
import { MapPinOff } from 'lucide-react';
import { buttonClass } from '../components/button.tsx';
import { EmptyState } from '../components/states.tsx';

export function NotFoundPage() {
  return (
    <main className="mx-auto max-w-2xl">
      <EmptyState
        icon={<MapPinOff aria-hidden className="size-9" strokeWidth={1.5} />}
        title="There is no such page"
        action={
          <Link to="/" className={buttonClass('primary')}>
            Go to the stores
          </Link>
        }
      >
        The address may be mistyped, or what it showed has moved.
      </EmptyState>
    </main>
  );
}
