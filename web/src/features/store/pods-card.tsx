import type { PodView } from '@shopwright/contract/schemas/pods';
import type { StorePhase } from '@shopwright/contract/phases';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../../components/card.tsx';
import { InlineError, Skeleton } from '../../components/states.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { plural } from '../../lib/format.ts';
import { podsQuery } from '../../lib/queries.ts';
import { podLooks } from './pod-looks.ts';

/** Before and after these there is nothing in the cluster to ask about. */
const phasesWithoutPods: ReadonlySet<StorePhase> = new Set(['queued', 'deleted']);

/** What of the store runs in the cluster now, and how it is. */
export function PodsCard({ storeId, phase }: { storeId: string; phase: StorePhase }) {
  const isAsked = !phasesWithoutPods.has(phase);
  const { data, error } = useQuery({ ...podsQuery(storeId), enabled: isAsked });
  if (!isAsked) return null;
  return (
    <Card title="Pods" aside={data && <TimeAgo at={data.readAt} />}>
      {/* An old answer beside the error would look like how it is now. */}
      {error !== null ? (
        <InlineError error={error} />
      ) : data === undefined ? (
        <Skeleton className="h-16 w-full" />
      ) : data.pods.length === 0 ? (
        <p className="text-muted">Nothing runs in its namespace.</p>
      ) : (
        <ul className="divide-line divide-y">
          {data.pods.map((pod) => (
            <PodRow key={pod.name} pod={pod} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function PodRow({ pod }: { pod: PodView }) {
  const { label, icon: Icon, tone } = podLooks[pod.state];
  const troubled = pod.containers.filter(({ ready, reason }) => !ready && reason !== null && reason !== pod.reason);
  return (
    <li data-pod-state={pod.state} className="flex items-start gap-3.5 py-3 first:pt-0 last:pb-0">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${tone}`} />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-medium">{pod.component ?? 'pod'}</span>
          <span className={tone}>{label}</span>
          {pod.reason !== null && <code className="font-mono text-xs">{pod.reason}</code>}
        </p>
        <p className="text-muted mt-0.5 font-mono text-xs break-all">{pod.name}</p>
        {troubled.map(({ name, reason }) => (
          <p key={name} className="text-muted mt-0.5 text-[0.8125rem]">
            {name}: {reason}
          </p>
        ))}
      </div>
      <p className="text-muted tabular shrink-0 text-right text-[0.8125rem]">
        {pod.restarts === 0 ? 'no restarts' : <span className="text-warn">{plural(pod.restarts, 'restart')}</span>}
        {pod.startedAt !== null && <TimeAgo at={pod.startedAt} className="block text-xs" />}
      </p>
    </li>
  );
}
