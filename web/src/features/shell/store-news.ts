import type { StoreView } from '@shopwright/contract/schemas/store';
import { notify, type Notice } from '../../lib/announcer.ts';
import { type EventListener, useEvents } from '../../lib/event-listeners.ts';
import { storeQuery } from '../../lib/queries.ts';
import { queryClient } from '../../lib/query-client.ts';

type News = (store: Pick<StoreView, 'id' | 'name'>) => Omit<Notice, 'id'>;

/** What is told of a store that has come into a phase; of the others nothing. */
const newsOfPhase: Readonly<Record<string, News>> = {
  ready: ({ id, name }) => ({ tone: 'good', text: `“${name}” is ready.`, storeId: id }),
  failed: ({ id, name }) => ({ tone: 'bad', text: `“${name}” could not be created.`, storeId: id }),
  'delete-failed': ({ id, name }) => ({
    tone: 'bad',
    text: `“${name}” could not be deleted completely.`,
    storeId: id,
  }),
  deleted: ({ name }) => ({ tone: 'neutral', text: `“${name}” is deleted; nothing is left of it.` }),
};

/** Tells how an operation ended, unless its page is what is being looked at. */
const tellStoreNews: EventListener = (event, store) => {
  if (event.type !== 'store.phase-changed' || event.storeId === null) return;
  const { after } = event.data;
  const news = typeof after === 'string' ? newsOfPhase[after] : undefined;
  if (news === undefined || isLookedAt(event.storeId)) return;
  if (store !== undefined) notify(news(store));
  else void tellOf(event.storeId, news);
};

function isLookedAt(storeId: string): boolean {
  return location.pathname.endsWith(`/${storeId}`) && document.visibilityState === 'visible';
}

/** On a page that has read no stores an event names an id only. */
async function tellOf(storeId: string, news: News): Promise<void> {
  try {
    notify(news(await queryClient.ensureQueryData(storeQuery(storeId))));
  } catch {
    // Without its name there is nothing worth telling; every page that shows the store says how it is.
  }
}

export function useStoreNews(): void {
  useEvents(tellStoreNews);
}
