import { useEffect, useRef, useState } from 'react';
import type { StoreListSearch } from './search.ts';

/** How long nothing is typed before the address follows. */
const settleMs = 200;

/**
 * The search of the list: what is chosen applies at once, the address follows when it settles, and "back" or a link sets it
 * anew.
 */
export function useListSearch(inAddress: StoreListSearch, setAddress: (search: StoreListSearch) => void) {
  const [search, setSearch] = useState(inAddress);
  const [known, setKnown] = useState(JSON.stringify(inAddress));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const text = JSON.stringify(inAddress);
  if (text !== known) {
    setKnown(text);
    setSearch(inAddress);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: StoreListSearch): void => {
    setSearch(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      // What the address will say is not news.
      setKnown(JSON.stringify(next));
      setAddress(next);
    }, settleMs);
  };
  return [search, change] as const;
}
