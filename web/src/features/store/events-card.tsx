import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EventLine } from '../../components/event-line.tsx';
import { auditQuery } from '../../lib/queries.ts';

const shownEvents = 8;

/** The newest audited events of a store. */
export function EventsCard({ storeId }: { storeId: string }) {
  const { data } = useInfiniteQuery(auditQuery({ storeId }, shownEvents));
  const events = data?.pages[0]?.items ?? [];
  if (events.length === 0) return null;
  return (
    <section className="card px-5 py-5 sm:px-6" aria-labelledby="events-title">
      <header className="flex items-baseline justify-between gap-4">
        <h2 id="events-title" className="text-[0.9375rem] font-semibold">
          Recent activity
        </h2>
        <Link to="/activity" search={{ store: storeId }} className="text-muted hover:text-ink rounded text-[0.8125rem]">
          Show all
        </Link>
      </header>
      <ol className="mt-3 space-y-2.5">
        {events.map((event) => (
          <li key={event.id}>
            <EventLine event={event} />
          </li>
        ))}
      </ol>
    </section>
  );
}
