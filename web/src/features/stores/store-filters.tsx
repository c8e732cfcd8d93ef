import { livePhases, storePhases, type StorePhase } from '@shopwright/contract/phases';
import type { StoreView } from '@shopwright/contract/schemas/store';
import { Search } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { classNames } from '../../components/class-names.ts';
import { Kbd } from '../../components/kbd.tsx';
import { Select } from '../../components/select.tsx';
import { plural } from '../../lib/format.ts';
import { phaseNames } from '../../lib/phase-names.ts';
import { useSession } from '../../lib/session.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import type { StoreListSearch, StoreSort } from './search.ts';

/** Loaded for operators only, who see every organization. */
const OrganizationFilter = lazy(async () => ({
  default: (await import('./organization-filter.tsx')).OrganizationFilter,
}));

export interface StoreFiltersProps {
  search: StoreListSearch;
  onSearch: (search: StoreListSearch) => void;
  stores: readonly StoreView[];
  shown: number;
}

const sorts: readonly { value: StoreSort; label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
  { value: 'name', label: 'By name' },
  { value: 'phase', label: 'By state' },
];

export function StoreFilters({ search, onSearch, stores, shown }: StoreFiltersProps) {
  const isOperator = useSession()?.isOperator ?? false;
  return (
    <search className="mb-4 flex flex-wrap items-center gap-x-2 gap-y-3" aria-label="Stores">
      <SearchBox value={search.q ?? ''} onChange={(q) => onSearch({ ...search, q: q === '' ? undefined : q })} />
      {isOperator && (
        <Suspense>
          <OrganizationFilter
            chosen={search.organization}
            onChoose={(organization) => onSearch({ ...search, organization })}
          />
        </Suspense>
      )}
      <Select
        label="Sort"
        value={search.sort ?? 'newest'}
        options={sorts}
        onChoose={(sort) => onSearch({ ...search, sort: sort === 'newest' ? undefined : sort })}
      />
      {/* On phones the count stands beside the order, elsewhere beside the states. */}
      <PhaseFilter search={search} onSearch={onSearch} stores={stores} />
      <output className="text-muted tabular ml-auto text-[0.8125rem] sm:order-last">{plural(shown, 'store')}</output>
    </search>
  );
}

/** Keeps what is typed itself: the address follows, and "back" or "show all" set it anew. */
function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }
  useShortcuts({ '/': () => input.current?.focus() });
  return (
    <div className="relative min-w-48 grow max-sm:w-full">
      <Search aria-hidden className="text-muted absolute top-2.5 left-3 size-4" />
      <input
        ref={input}
        type="search"
        aria-label="Search stores"
        aria-keyshortcuts="/"
        placeholder="Search by name, address or id"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(event.target.value.trim());
        }}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        className="bg-surface border-line-strong shadow-card h-9 w-full rounded-lg border pr-9 pl-9 text-base sm:text-sm"
      />
      <span className="pointer-events-none absolute top-2 right-2 max-lg:hidden">{text === '' && <Kbd>/</Kbd>}</span>
    </div>
  );
}

type PhaseFilterProps = Pick<StoreFiltersProps, 'search' | 'onSearch' | 'stores'>;

/** One switch per phase that has stores; several may be on. */
function PhaseFilter({ search, onSearch, stores }: PhaseFilterProps) {
  const counts = new Map<StorePhase, number>();
  for (const { phase } of stores) counts.set(phase, (counts.get(phase) ?? 0) + 1);
  const chosen = new Set(search.phase);
  const offered = storePhases.filter((phase) => counts.has(phase) || chosen.has(phase) || phase === 'deleted');
  const toggle = (phase: StorePhase): void => {
    const next = storePhases.filter((other) => (other === phase ? !chosen.has(phase) : chosen.has(other)));
    onSearch({ ...search, phase: next.length === 0 ? undefined : next });
  };
  return (
    <fieldset className="order-last flex w-full flex-wrap gap-1.5 sm:order-none sm:w-auto sm:basis-3/4">
      <legend className="sr-only">Show only stores that are</legend>
      {offered.map((phase) => (
        <button
          key={phase}
          type="button"
          aria-pressed={chosen.has(phase)}
          onClick={() => toggle(phase)}
          className={classNames(
            'flex h-8 items-center gap-1.5 rounded-full border px-3 text-[0.8125rem] transition-colors',
            chosen.has(phase)
              ? 'bg-primary text-on-primary border-transparent'
              : 'border-line-strong text-muted hover:bg-sunken hover:text-ink',
          )}
        >
          {phaseNames[phase]}
          {livePhases.includes(phase) && <span className="tabular">{counts.get(phase) ?? 0}</span>}
        </button>
      ))}
    </fieldset>
  );
}
