import { type Actor, systemActor } from '@shopwright/contract/events';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { type ActivitySearch, activityKinds, activityPeriods } from './search.ts';

export interface ActivityFiltersProps {
  search: ActivitySearch;
  onSearch: (search: ActivitySearch) => void;
  /** Who is in what is found. */
  actors: readonly Actor[];
  /** What may be done with what is found. */
  children: ReactNode;
}

const kindOptions = [
  { value: '', label: 'Everything' },
  { value: 'stores', label: 'Stores' },
  { value: 'operations', label: 'Operations' },
  { value: 'access', label: 'Passwords and tokens' },
  { value: 'people', label: 'People and sign-ins' },
  { value: 'refused', label: 'Refused requests' },
] as const;

const periodOptions = [
  { value: '', label: 'Any time' },
  { value: 'hour', label: 'Last hour' },
  { value: 'day', label: 'Last 24 hours' },
  { value: 'week', label: 'Last 7 days' },
] as const;

export function ActivityFilters({ search, onSearch, actors, children }: ActivityFiltersProps) {
  const { store } = search;
  return (
    <search aria-label="Activity" className="mb-6 flex flex-wrap gap-2">
      <Select
        label="What"
        value={search.kind ?? ''}
        options={kindOptions}
        onChoose={(value) => onSearch({ ...search, kind: activityKinds.find((kind) => kind === value) })}
      />
      <Select
        label="Who"
        value={search.actor ?? ''}
        options={actorOptions(actors, search.actor)}
        onChoose={(actor) => onSearch({ ...search, actor: actor === '' ? undefined : actor })}
      />
      <Select
        label="When"
        value={search.period ?? ''}
        options={periodOptions}
        onChoose={(value) => onSearch({ ...search, period: activityPeriods.find((period) => period === value) })}
      />
      {store !== undefined && (
        <Button onClick={() => onSearch({ ...search, store: undefined })}>
          Only <code className="font-mono text-[0.8125rem]">{store}</code> <X aria-label="Show all stores" />
        </Button>
      )}
      {children}
    </search>
  );
}

/** Everybody who is in sight, and those who are always worth asking for. */
function actorOptions(actors: readonly Actor[], chosen: string | undefined): { value: string; label: string }[] {
  const names = new Map<string, string>([
    ['', 'Anybody'],
    [systemActor.id, 'Shopwright itself'],
    ['anonymous', 'Not signed in'],
  ]);
  for (const { id, name } of actors) if (!names.has(id)) names.set(id, name);
  if (chosen !== undefined && !names.has(chosen)) names.set(chosen, chosen);
  return Array.from(names, ([value, label]) => ({ value, label }));
}
