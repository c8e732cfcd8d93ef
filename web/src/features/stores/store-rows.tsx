import type { StoreView } from '@shopwright/contract/schemas/store';
import { useRouter } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { StoreRow } from './store-row.tsx';

/** Rows grow with the text, which is larger on very large screens. */
const rowHeightRem = 4.25;
const overscan = 8;

/** The rows in sight and a few around them; `j` and `k` go through all of them. */
export function StoreRows({ stores }: { stores: readonly StoreView[] }) {
  const list = useRef<HTMLUListElement>(null);
  const { onOpen, onPress } = useStoreLinks();
  const [top, setTop] = useState(0);
  const [rowHeight] = useState(() => rowHeightRem * rootFontSize());
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is passed to memoised parts
  const virtualizer = useWindowVirtualizer({
    count: stores.length,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: top,
    getItemKey: (index) => stores[index]?.id ?? index,
  });
  useRowKeys(list, stores.length, (index) => virtualizer.scrollToIndex(index, { align: 'auto' }));
  return (
    <ul
      ref={list}
      aria-label="Stores"
      className="card relative overflow-clip"
      style={{ height: virtualizer.getTotalSize() + 2 }}
    >
      {virtualizer.getVirtualItems().map((item) => {
        const store = stores[item.index];
        return (
          store && (
            <li
              key={item.key}
              data-index={item.index}
              aria-setsize={stores.length}
              aria-posinset={item.index + 1}
              className="border-line absolute inset-x-0 top-0 not-last:border-b"
              style={{ height: item.size, transform: `translateY(${item.start - top}px)` }}
            >
              <StoreRow store={store} onOpen={onOpen} onPress={onPress} />
            </li>
          )
        );
      })}
    </ul>
  );
}

/** What a link of the router does, once for all rows. */
function useStoreLinks() {
  const router = useRouter();
  return useMemo(() => {
    const linkTo = (storeId: string) => ({ to: '/stores/$storeId', params: { storeId } }) as const;
    return {
      onOpen: (storeId: string): void => void router.navigate(linkTo(storeId)),
      onPress: (storeId: string): void => void router.preloadRoute(linkTo(storeId)),
    };
  }, [router]);
}

function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

function useRowKeys(list: RefObject<HTMLUListElement | null>, count: number, scrollTo: (index: number) => void): void {
  const move = (step: number): void => {
    const focused = list.current?.querySelector('li:focus-within');
    const current = focused instanceof HTMLElement ? Number(focused.dataset['index']) : step > 0 ? -1 : count;
    const index = Math.min(count - 1, Math.max(0, current + step));
    scrollTo(index);
    // The row may only be drawn after the scroll.
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>(`li[data-index="${index}"] a`)?.focus({ preventScroll: true });
    });
  };
  useShortcuts({ j: () => move(1), k: () => move(-1) });
}
