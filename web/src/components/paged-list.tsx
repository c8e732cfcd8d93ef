import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { ErrorState, Skeleton } from './states.tsx';

export interface PagedListProps<Item> {
  query: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  /** Shown where there is no item. */
  empty: string;
  children: (item: Item) => ReactNode;
}

/** The items of all loaded pages in a card, and a button for the next page. */
export function PagedList<Item>({ query, empty, children }: PagedListProps<Item>) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-64 w-full" />;
  const items = data.pages.flatMap((page) => page.items);
  return (
    <>
      {items.length === 0 ? (
        <p className="card text-muted px-5 py-10 text-center">{empty}</p>
      ) : (
        <ul className="card divide-line divide-y px-5 sm:px-6">{items.map(children)}</ul>
      )}
      {hasNextPage && (
        <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()} className="mx-auto mt-4 flex!">
          Show more
        </Button>
      )}
    </>
  );
}
