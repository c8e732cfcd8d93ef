import { plans } from '@shopwright/contract/plans';
import type { OperationView } from '@shopwright/contract/schemas/operation';
import type { StoreDetail } from '@shopwright/contract/schemas/store';
import type { ReactNode } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { formatCores, formatMemory } from '../../lib/format.ts';
import { useSession } from '../../lib/session.ts';
import { Usage } from './usage.tsx';

export interface DetailsCardProps {
  store: StoreDetail;
  operation: OperationView | undefined;
}

export function DetailsCard({ store, operation }: DetailsCardProps) {
  const isOperator = useSession()?.isOperator ?? false;
  const createdBy = store.operations.at(-1)?.actor.name ?? operation?.actor.name;
  return (
    <section className="card px-5 py-5" aria-labelledby="details-title">
      <h2 id="details-title" className="text-[0.9375rem] font-semibold">
        Details
      </h2>
      <dl className="mt-3 space-y-3">
        <Detail label="Engine">
          {store.engine.displayName} {store.engine.version}
        </Detail>
        <PlanDetail plan={store.plan} />
        <Detail label="Region">
          {store.country}, {store.currency}
        </Detail>
        <Detail label="Administrator">
          <span className="break-all">{store.adminEmail}</span>
        </Detail>
        <Detail label="Created">
          <TimeAgo at={store.createdAt} />
          {createdBy !== undefined && <span className="text-muted"> by {createdBy}</span>}
        </Detail>
        <Moment label="Ready" at={store.readyAt} />
        <Moment label="Deleted" at={store.deletedAt} />
        {isOperator && (
          <Detail label="Organization">
            <code className="font-mono text-[0.8125rem]">{store.organizationId}</code>
          </Detail>
        )}
        <Detail label="Namespace and id">
          <span className="flex items-center gap-1">
            <code className="font-mono text-[0.8125rem]">{store.id}</code>
            <CopyButton what="the id" text={store.id} />
          </span>
        </Detail>
      </dl>
      <Usage storeId={store.id} phase={store.phase} />
    </section>
  );
}

function PlanDetail({ plan: planId }: { plan: StoreDetail['plan'] }) {
  const plan = plans[planId];
  return (
    <Detail label="Plan">
      {plan.displayName}
      <span className="text-muted block text-[0.8125rem]">
        up to {formatCores(plan.cpuMillis)} CPUs, {formatMemory(plan.memoryMib)} memory
        <br />
        {plan.databaseStorageGib} GiB database, {plan.filesStorageGib} GiB files
      </span>
    </Detail>
  );
}

function Moment({ label, at }: { label: string; at: string | null }) {
  if (at === null) return null;
  return (
    <Detail label={label}>
      <TimeAgo at={at} />
    </Detail>
  );
}

function Detail({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-xs">{label}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
