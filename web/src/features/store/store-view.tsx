import { eventsRoutes } from '@shopwright/contract/routes/events';
import type { StoreDetail } from '@shopwright/contract/schemas/store';
import { useQuery } from '@tanstack/react-query';
import { operationQuery } from '../../lib/queries.ts';
import { useMay } from '../../lib/session.ts';
import { DetailsCard } from './details-card.tsx';
import { EventsCard } from './events-card.tsx';
import { FailureCard } from './failure-card.tsx';
import { OperationCard } from './operation-card.tsx';
import { PodsCard } from './pods-card.tsx';
import { ReadyCard } from './ready-card.tsx';
import { StoreHeader } from './store-header.tsx';

/** One store: what can be done with it, what is happening to it, and what it is. */
export function StoreView({ store }: { store: StoreDetail }) {
  const operationId = store.operation?.id ?? '';
  const operation = useQuery({ ...operationQuery(operationId), enabled: operationId !== '' });
  const may = useMay();
  const isFailed = store.phase === 'failed' || store.phase === 'delete-failed';
  return (
    <>
      <StoreHeader store={store} />
      <div className="mt-7 grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-6">
          {store.phase === 'ready' && <ReadyCard store={store} />}
          {isFailed && <FailureCard store={store} operation={operation.data} />}
          {operation.data && <OperationCard key={operation.data.id} operation={operation.data} />}
          <PodsCard storeId={store.id} phase={store.phase} />
          {may(eventsRoutes.auditLog.permission) && <EventsCard storeId={store.id} />}
        </div>
        <DetailsCard store={store} operation={operation.data} />
      </div>
    </>
  );
}
