import { type HistoryPeriod, historyPeriods } from '@shopwright/contract/schemas/provisioning-history';
import { operationSteps, type StepId, stepRegistry } from '@shopwright/contract/steps';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Card } from '../../components/card.tsx';
import { Select } from '../../components/select.tsx';
import { InlineError, Skeleton } from '../../components/states.tsx';
import { historyQuery } from '../../lib/queries.ts';
import { HistoryChart } from './history-chart.tsx';
import { HistoryTable } from './history-table.tsx';

const periodNames: Readonly<Record<HistoryPeriod, string>> = {
  hour: 'Last hour',
  day: 'Last 24 hours',
  week: 'Last 7 days',
  month: 'Last 30 days',
};

const periodOptions = historyPeriods.map((period) => ({ value: period, label: periodNames[period] }));

const whatOptions: readonly { value: StepId | 'total'; label: string }[] = [
  { value: 'total', label: 'Until ready' },
  ...operationSteps.provision.map((step) => ({ value: step, label: stepRegistry[step].title })),
];

/** How long creations and their steps took over time. */
export function HistoryCard() {
  const [period, setPeriod] = useState<HistoryPeriod>('day');
  const [what, setWhat] = useState<StepId | 'total'>('total');
  const { data, error } = useQuery(historyQuery(period));
  const buckets = what === 'total' ? data?.total : data?.steps.filter((bucket) => bucket.id === what);
  return (
    <Card title="Time to ready over time">
      <div className="mb-4 flex flex-wrap gap-2">
        <Select label="Period" value={period} options={periodOptions} onChoose={setPeriod} />
        <Select label="What is timed" value={what} options={whatOptions} onChoose={setWhat} />
      </div>
      {error !== null && data === undefined && <InlineError error={error} />}
      {data === undefined && error === null && <Skeleton className="h-56 w-full" />}
      {data && buckets?.length === 0 && <p className="text-muted py-10 text-center">Nothing ended in this period.</p>}
      {data && buckets !== undefined && buckets.length > 0 && (
        <>
          <HistoryChart history={data} buckets={buckets} />
          <HistoryTable buckets={buckets} bucketMs={data.bucketMs} />
        </>
      )}
    </Card>
  );
}
