import type { MetricsView } from '@shopwright/contract/schemas/platform';
import { formatDuration, plural } from '../../lib/format.ts';

/** The numbers that an operator looks at first. */
export function Figures({ metrics }: { metrics: MetricsView }) {
  const { operations, provisioning } = metrics;
  const { successRate } = provisioning;
  const rate = successRate === null ? '–' : `${(100 * successRate).toFixed(1)} %`;
  const figures = [
    {
      label: 'Ready within, half of all',
      value: duration(provisioning.p50Ms),
      note: `of the last ${plural(provisioning.runs, 'creation')}`,
    },
    { label: 'Ready within, 95 of 100', value: duration(provisioning.p95Ms), note: 'from click to a sold order' },
    {
      label: 'Creations that succeed',
      value: rate,
      note: `${plural(operations.failed, 'failure')}, ${operations.cancelled} cancelled`,
    },
    { label: 'Working now', value: String(operations.running), note: `${operations.queued} waiting in line` },
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {figures.map(({ label, value, note }) => (
        <div key={label} className="card flex flex-col px-4 py-4 sm:px-5">
          <dt className="text-muted text-[0.8125rem]">{label}</dt>
          <dd className="tabular mt-2 text-2xl font-semibold tracking-tight">{value}</dd>
          <dd className="text-muted mt-1 text-xs">{note}</dd>
        </div>
      ))}
    </dl>
  );
}

function duration(ms: number | null): string {
  return ms === null ? '–' : formatDuration(ms);
}
