import { useQuery } from '@tanstack/react-query';
import { ErrorState, Skeleton } from '../../components/states.tsx';
import { healthQuery, metricsQuery, platformQuery } from '../../lib/queries.ts';
import { AttentionCard } from './attention-card.tsx';
import { EnginesCard } from './engines-card.tsx';
import { FailuresCard } from './failures-card.tsx';
import { Figures } from './figures.tsx';
import { HealthCard } from './health-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { PhasesCard } from './phases-card.tsx';
import { StepTimesCard } from './step-times-card.tsx';

/** For operators: how much, how well, how fast, and what needs somebody. */
export function PlatformView() {
  const metrics = useQuery(metricsQuery);
  const health = useQuery(healthQuery);
  const platform = useQuery(platformQuery);
  if (metrics.isError && metrics.data === undefined) {
    return <ErrorState error={metrics.error} onRetry={() => void metrics.refetch()} />;
  }
  if (metrics.data === undefined) return <Skeleton className="h-96 w-full" />;
  return (
    <div className="space-y-6">
      {health.data && <HealthCard health={health.data} />}
      <Figures metrics={metrics.data} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <PhasesCard counts={metrics.data.storesByPhase} />
        <AttentionCard />
      </div>
      <HistoryCard />
      <StepTimesCard steps={metrics.data.steps} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <FailuresCard failures={metrics.data.failuresByCode} />
        {platform.data && <EnginesCard platform={platform.data} />}
      </div>
    </div>
  );
}
