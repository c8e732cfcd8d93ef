import type { StorePhase } from '@shopwright/contract/phases';
import { useQuery } from '@tanstack/react-query';
import { Meter } from '../../components/meter.tsx';
import { formatCores, formatMemory, plural } from '../../lib/format.ts';
import { podsQuery } from '../../lib/queries.ts';

export interface UsageProps {
  storeId: string;
  phase: StorePhase;
}

/** What the store's pods may take of its plan, as the quota of its namespace counts it; only while it is there. */
export function Usage({ storeId, phase }: UsageProps) {
  const { data, isError } = useQuery({ ...podsQuery(storeId), enabled: phase === 'ready' });
  const usage = data?.usage;
  if (phase !== 'ready' || isError || !usage) return null;
  return (
    <dl aria-label="Reserved of the plan" className="border-line mt-4 space-y-3 border-t pt-4">
      <Meter
        label="CPU reserved"
        {...usage.cpuMillis}
        format={(millis) => `${formatCores(millis)} CPUs`}
        formatUsed={formatCores}
      />
      <Meter label="Memory reserved" {...usage.memoryMib} format={formatMemory} />
      <Meter label="Disk" {...usage.storageGib} format={(gibibytes) => `${gibibytes} GiB`} formatUsed={String} />
      <Meter label="Pods" {...usage.pods} format={(count) => plural(count, 'pod')} formatUsed={String} />
    </dl>
  );
}
