import type { StoreView } from '@shopwright/contract/schemas/store';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { StoreRow } from './store-row.tsx';

const rowHeight = 68;
const overscan = 12;

/** The rows in sight and a few around them; `j` and `k` go through all of them. */
export function StoreRows({ stores }: { stores: readonly StoreView[] }) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
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
              <StoreRow store={store} />
            </li>
          )
        );
      })}
    </ul>
  );
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
