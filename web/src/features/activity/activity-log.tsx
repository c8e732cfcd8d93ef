import type { EventView } from '@shopwright/contract/schemas/event';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/states.tsx';
import { auditQuery } from '../../lib/queries.ts';
import { serverNowMs } from '../../lib/server-clock.ts';
import { auditFilterOf } from './activity-filter.ts';
import { ActivityFilters } from './activity-filters.tsx';
import { ActivityRow } from './activity-row.tsx';
import { ExportButtons } from './export-buttons.tsx';
import type { ActivitySearch } from './search.ts';

export interface ActivityLogProps {
  search: ActivitySearch;
  onSearch: (search: ActivitySearch) => void;
}

/** Who did what, when and from where; newest first, by day. */
export function ActivityLog({ search, onSearch }: ActivityLogProps) {
  const filter = useMemo(() => auditFilterOf(search, serverNowMs()), [search]);
  const log = useInfiniteQuery(auditQuery(filter));
  const events = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <ActivityFilters search={search} onSearch={onSearch} actors={events.map(({ actor }) => actor)}>
        {events.length > 0 && <ExportButtons filter={filter} />}
      </ActivityFilters>
      {log.isPending && <Skeleton className="h-96 w-full" />}
      {log.isError && log.data === undefined && <ErrorState error={log.error} onRetry={() => void log.refetch()} />}
      {log.isSuccess && events.length === 0 && <NothingFound onClear={() => onSearch({})} />}
      {byDay(events).map(({ day, items }) => (
        <section key={day} className="mb-6">
          <h2 className="text-muted mb-2 text-[0.8125rem] font-medium">{day}</h2>
          <ol className="card divide-line divide-y">
            {items.map((event) => (
              <ActivityRow key={event.id} event={event} />
            ))}
          </ol>
        </section>
      ))}
      {log.hasNextPage && (
        <Button isBusy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()} className="mx-auto flex!">
          Show older
        </Button>
      )}
    </>
  );
}

function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <section className="card">
      <EmptyState
        icon={<ScrollText aria-hidden className="size-9" strokeWidth={1.5} />}
        title="Nothing happened"
        action={<Button onClick={onClear}>Show everything</Button>}
      >
        No event matches these filters.
      </EmptyState>
    </section>
  );
}

const dayFormat = new Intl.DateTimeFormat(undefined, { weekday: 'long', month: 'long', day: 'numeric' });

function byDay(events: readonly EventView[]): { day: string; items: EventView[] }[] {
  const days = Map.groupBy(events, (event) => dayFormat.format(new Date(event.at)));
  return Array.from(days, ([day, items]) => ({ day, items }));
}
