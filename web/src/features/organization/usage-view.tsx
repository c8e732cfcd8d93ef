import { useQuery } from '@tanstack/react-query';
import { Card } from '../../components/card.tsx';
import { Meter } from '../../components/meter.tsx';
import { ErrorState, Skeleton } from '../../components/states.tsx';
import { plural } from '../../lib/format.ts';
import { platformQuery } from '../../lib/queries.ts';

/** What the organization uses of its quota. */
export function UsageView() {
  const { data, error, refetch } = useQuery(platformQuery);
  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-40 w-full max-w-3xl" />;
  const { usedByOrganization, maxStoresPerOrganization } = data.limits;
  return (
    <div className="max-w-3xl">
      <Card title="Used of the quota">
        <dl className="grid gap-5 sm:grid-cols-2">
          <Meter
            label="Stores"
            used={usedByOrganization}
            limit={maxStoresPerOrganization}
            format={(count) => plural(count, 'store')}
          />
        </dl>
      </Card>
    </div>
  );
}
