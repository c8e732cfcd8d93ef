import type { StoreView } from '@shopwright/contract/schemas/store';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useDeferredValue, useMemo } from 'react';
import { ErrorState } from '../../components/states.tsx';
import { storeListQuery } from '../../lib/queries.ts';
import { ListSkeleton, NoResults } from './list-states.tsx';
import { StoreFilters } from './store-filters.tsx';
import type { StoreListSearch } from './search.ts';
import { selectStores } from './select-stores.ts';
import { StoreRows } from './store-rows.tsx';

const FirstStore = lazy(async () => ({ default: (await import('./first-store.tsx')).FirstStore }));

export interface StoreListProps {
  search: StoreListSearch;
  onSearch: (search: StoreListSearch) => void;
  /** Undefined where the session may not. */
  onCreate: (() => void) | undefined;
}

const none: readonly StoreView[] = [];

/** All stores with their filters. Filtering happens here, on what is in memory: typing never waits for the network. */
export function StoreList({ search, onSearch, onCreate }: StoreListProps) {
  const wantsDeleted = search.phase?.includes('deleted') ?? false;
  const live = useQuery(storeListQuery({ deleted: false }));
  const deleted = useQuery({ ...storeListQuery({ deleted: true }), enabled: wantsDeleted });
  const deferred = useDeferredValue(search);
  const all = useMemo(
    () => (wantsDeleted ? [...(live.data ?? none), ...(deleted.data ?? none)] : (live.data ?? none)),
    [live.data, deleted.data, wantsDeleted],
  );
  const found = useMemo(() => selectStores(all, deferred), [all, deferred]);

  if (live.isPending || (wantsDeleted && deleted.isPending)) return <ListSkeleton />;
  if (live.isError && live.data === undefined) {
    return <ErrorState error={live.error} onRetry={() => void live.refetch()} />;
  }
  const isFiltered = Boolean(search.q || search.phase?.length || search.organization);
  if (all.length === 0 && !isFiltered) {
    return (
      <Suspense fallback={<ListSkeleton />}>
        <FirstStore onCreate={onCreate} />
      </Suspense>
    );
  }
  return (
    <>
      <StoreFilters search={search} onSearch={onSearch} stores={all} shown={found.length} />
      {found.length === 0 ? (
        <NoResults search={search} onClear={() => onSearch(search.sort === undefined ? {} : { sort: search.sort })} />
      ) : (
        <StoreRows stores={found} />
      )}
    </>
  );
}
