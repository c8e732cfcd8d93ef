import { Plus, SearchX } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { Logo } from '../../components/logo.tsx';
import { EmptyState, Skeleton } from '../../components/states.tsx';
import { phaseNames } from '../../lib/phase-names.ts';
import type { StoreListSearch } from './search.ts';

const promises = [
  ['Complete', 'Products, cart, checkout, payment and an admin account are set up.'],
  ['Proven', 'A test order goes through before a shop is called ready.'],
  ['Apart', 'Own database, own passwords, own network rules, own limits.'],
] as const;

/** Before there is anything: what one gets, and exactly one thing to do. */
export function FirstStore({ onCreate }: { onCreate: () => void }) {
  return (
    <section className="card px-6 py-14 sm:px-12 lg:py-20">
      <div className="mx-auto max-w-3xl text-center">
        <Logo className="mx-auto mb-7 size-12" />
        <h2 className="text-2xl font-semibold sm:text-3xl">A working shop, from one name</h2>
        <p className="text-muted mx-auto mt-3 max-w-[52ch] text-[0.9375rem] leading-relaxed text-pretty">
          Type a name and watch a complete online shop being built: its own database, its own address, ready to sell.
        </p>
        <Button variant="primary" size="large" className="mt-8" onClick={onCreate}>
          <Plus aria-hidden /> Create your first store
        </Button>
        <p className="text-muted mt-3 text-[0.8125rem] max-lg:hidden">
          or press <Kbd>c</Kbd>
        </p>
      </div>
      <dl className="border-line mx-auto mt-14 grid max-w-4xl gap-8 border-t pt-10 sm:grid-cols-3">
        {promises.map(([title, text]) => (
          <div key={title}>
            <dt className="font-semibold">{title}</dt>
            <dd className="text-muted mt-1 leading-relaxed text-pretty">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function NoResults({ search, onClear }: { search: StoreListSearch; onClear: () => void }) {
  const parts = [
    search.q ? `named like “${search.q}”` : '',
    search.phase?.length ? `that are ${search.phase.map((phase) => phaseNames[phase].toLowerCase()).join(' or ')}` : '',
    search.owner === undefined ? '' : `owned by ${search.owner}`,
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
    <div aria-busy="true" aria-label="Loading the stores">
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
    </div>
  );
}
