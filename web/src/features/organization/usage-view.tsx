import { useQuery } from '@tanstack/react-query';
import { Card } from '../../components/card.tsx';
import { QuotaMeters } from '../../components/quota-meters.tsx';
import { ErrorState, Skeleton } from '../../components/states.tsx';
import { platformQuery } from '../../lib/queries.ts';

/** What the organization uses of its quota. */
export function UsageView() {
  const { data, error, refetch } = useQuery(platformQuery);
  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-40 w-full max-w-4xl" />;
  return (
    <div className="max-w-4xl">
      <Card title="Used of the quota">
        <QuotaMeters use={data.limits} />
        <p className="text-muted mt-5 text-[0.8125rem] leading-relaxed">
          A store counts with what its plan allows, from its creation until it is deleted. Operators of the platform
          change quotas.
        </p>
      </Card>
    </div>
  );
}
