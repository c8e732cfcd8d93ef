import type { StorePhase } from '@shopwright/contract/phases';
import { useQuery } from '@tanstack/react-query';
import { Meter, type MeterProps } from '../../components/meter.tsx';
import { formatCores, formatMemory, plural } from '../../lib/format.ts';
import { podsQuery } from '../../lib/queries.ts';

export interface UsageProps {
  storeId: string;
  phase: StorePhase;
}

/** Of what a namespace does not limit there is nothing to show. */
const meters = [
  {
    key: 'cpuMillis',
    label: 'CPU reserved',
    format: (millis) => `${formatCores(millis)} CPUs`,
    formatUsed: formatCores,
  },
  { key: 'memoryMib', label: 'Memory reserved', format: formatMemory },
  { key: 'storageGib', label: 'Disk', format: (gibibytes) => `${gibibytes} GiB`, formatUsed: String },
  { key: 'pods', label: 'Pods', format: (count) => plural(count, 'pod'), formatUsed: String },
] as const satisfies readonly (Pick<MeterProps, 'label' | 'format' | 'formatUsed'> & { key: string })[];

/** What the store's pods may take of its plan, as the quota of its namespace counts it; only while it is there. */
export function Usage({ storeId, phase }: UsageProps) {
  const { data, isError } = useQuery({ ...podsQuery(storeId), enabled: phase === 'ready' });
  const usage = data?.usage;
  if (phase !== 'ready' || isError || !usage) return null;
  const limited = meters.filter(({ key }) => usage[key].limit > 0);
  return (
    <dl aria-label="Reserved of the plan" className="border-line mt-4 space-y-3 border-t pt-4">
      {limited.map(({ key, ...meter }) => (
        <Meter key={key} {...usage[key]} {...meter} />
      ))}
    </dl>
  );
}
