import type { StorePhase } from '@shopwright/contract/phases';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from '../../components/card.tsx';
import { PhaseBadge } from '../../components/phase.tsx';
import { storeListQuery } from '../../lib/queries.ts';

const troubled: ReadonlySet<StorePhase> = new Set(['failed', 'delete-failed']);
const mostShown = 6;

/** Stores that wait for somebody. */
export function AttentionCard() {
  const { data: stores = [] } = useQuery(storeListQuery({ deleted: false }));
  const waiting = stores.filter((store) => troubled.has(store.phase));
  return (
    <Card title="Needs attention" aside={waiting.length > mostShown ? `${waiting.length} stores` : undefined}>
      {waiting.length === 0 ? (
        <p className="text-muted">No store waits for anybody.</p>
      ) : (
        <ul className="divide-line divide-y">
          {waiting.slice(0, mostShown).map((store) => (
            <li key={store.id} className="flex items-center gap-4 py-2.5 first:pt-0 last:pb-0">
              <div className="min-w-0 grow">
                <Link
                  to="/stores/$storeId"
                  params={{ storeId: store.id }}
                  className="hover:text-accent block truncate rounded font-medium"
                >
                  {store.name}
                </Link>
                <p className="text-muted truncate text-[0.8125rem]">{store.failure?.title}</p>
              </div>
              <PhaseBadge phase={store.phase} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
