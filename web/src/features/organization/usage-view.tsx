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
  const { stores, cpuMillis, memoryMib, storageGib, createsPerHour } = data.limits;
  return (
    <div className="max-w-3xl">
      <Card title="Used of the quota">
        <dl className="grid gap-5 sm:grid-cols-2">
          <Meter label="Stores" {...stores} format={(count) => plural(count, 'store')} />
          <Meter label="CPU" {...cpuMillis} format={(millis) => `${(millis / 1000).toLocaleString()} CPU`} />
          <Meter label="Memory" {...memoryMib} format={(mib) => `${(mib / 1024).toLocaleString()} GiB`} />
          <Meter label="Storage" {...storageGib} format={(gib) => `${gib.toLocaleString()} GiB`} />
          <Meter label="Created within an hour" {...createsPerHour} format={(count) => plural(count, 'store')} />
        </dl>
      </Card>
    </div>
  );
}
