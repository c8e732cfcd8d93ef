import { SearchX } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { EmptyState, Skeleton } from '../../components/states.tsx';
import { phaseNames } from '../../lib/phase-names.ts';
import type { StoreListSearch } from './search.ts';

export function NoResults({ search, onClear }: { search: StoreListSearch; onClear: () => void }) {
  const parts = [
    search.q ? `named like “${search.q}”` : '',
    search.phase?.length ? `that are ${search.phase.map((phase) => phaseNames[phase].toLowerCase()).join(' or ')}` : '',
    search.organization === undefined ? '' : 'of the chosen organization',
  ].filter(Boolean);
  return (
    <section className="card">
      <EmptyState
        icon={<SearchX aria-hidden className="size-9" strokeWidth={1.5} />}
        title="No store matches"
        action={<Button onClick={onClear}>Show all stores</Button>}
      >
        There are no stores {parts.join(' and ')}. The search looks at names, addresses and ids.
      </EmptyState>
    </section>
  );
}

export function ListSkeleton() {
  return (
    <section aria-busy="true" aria-label="Loading the stores">
      <Skeleton className="mb-4 h-9 w-full max-w-sm" />
      <div className="card divide-line divide-y">
        {Array.from({ length: 6 }, (_none, index) => (
          <div key={index} className="flex h-17 items-center gap-4 px-5">
            <div className="grow space-y-2">
              <Skeleton className="h-3.5 w-40" />
              <Skeleton className="h-3 w-56" />
            </div>
            <Skeleton className="h-6 w-20" />
          </div>
        ))}
      </div>
    </section>
  );
}
