import { storePhases } from '@shopwright/contract/phases';
import type { StoreView } from '@shopwright/contract/schemas/store';
import type { StoreListSearch, StoreSort } from './search.ts';

const byName = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

const comparisons: Readonly<Record<StoreSort, (left: StoreView, right: StoreView) => number>> = {
  newest: (left, right) => compareText(right.createdAt, left.createdAt),
  oldest: (left, right) => compareText(left.createdAt, right.createdAt),
  name: (left, right) => byName.compare(left.name, right.name),
  phase: (left, right) => storePhases.indexOf(left.phase) - storePhases.indexOf(right.phase),
};

/** The stores that a search shows, in its order. */
export function selectStores(stores: readonly StoreView[], search: StoreListSearch): StoreView[] {
  const words = fold(search.q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const phases = new Set(search.phase);
  const found = stores.filter(
    (store) =>
      (phases.size === 0 || phases.has(store.phase)) &&
      (search.organization === undefined || store.organizationId === search.organization) &&
      words.every((word) => textOf(store).includes(word)),
  );
  return found.toSorted(comparisons[search.sort ?? 'newest']);
}

const texts = new WeakMap<StoreView, string>();

/** What is searched of a store; folded once, typing asks for it again and again. */
function textOf(store: StoreView): string {
  const known = texts.get(store);
  if (known !== undefined) return known;
  const text = fold(`${store.name} ${store.slug} ${store.id}`);
  texts.set(store, text);
  return text;
}

/** Case and accents do not matter: "cafe" finds "Café". */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
