import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { usePageTitle } from '../components/page.tsx';
import { ErrorState, Skeleton } from '../components/states.tsx';
import { StoreView } from '../features/store/store-view.tsx';
import { ApiError } from '../lib/api-error.ts';
import { storeQuery } from '../lib/queries.ts';
import { NothingHere } from './nothing-here.tsx';

const route = getRouteApi('/shell/stores/$storeId');

export function StorePage() {
  const { storeId } = route.useParams();
  const store = useQuery(storeQuery(storeId));
  usePageTitle(store.data?.name ?? 'Store');
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-5 sm:px-6 lg:px-10 lg:py-8">
      <Link
        to="/"
        className="text-muted hover:text-ink -ml-1 mb-4 inline-flex items-center gap-1.5 rounded-md px-1 py-0.5 text-[0.8125rem]"
      >
        <ArrowLeft aria-hidden className="size-3.5" /> Stores
      </Link>
      {store.data ? (
        <StoreView store={store.data} />
      ) : store.isError ? (
        <StoreError error={store.error} onRetry={() => void store.refetch()} />
      ) : (
        <Loading />
      )}
    </div>
  );
}

function StoreError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  if (!(error instanceof ApiError) || error.code !== 'STORE_NOT_FOUND') {
    return <ErrorState error={error} onRetry={onRetry} />;
  }
  return (
    <NothingHere title="There is no such store">
      The address may be mistyped, or the store belongs to an organization that you are not in.
    </NothingHere>
  );
}

function Loading() {
  return (
    <section aria-busy="true" aria-label="Loading the store" className="space-y-6">
      <Skeleton className="h-8 w-64 max-w-full" />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <CardSkeleton lines={6} />
        <CardSkeleton lines={4} />
      </div>
    </section>
  );
}

function CardSkeleton({ lines }: { lines: number }) {
  return (
    <div className="card space-y-5 px-5 py-6 sm:px-6">
      {Array.from({ length: lines }, (_none, index) => (
        <div key={index} className="space-y-2">
          <Skeleton className="h-3 w-24" />
          <Skeleton className="h-3.5 w-48 max-w-full" />
        </div>
      ))}
    </div>
  );
}
