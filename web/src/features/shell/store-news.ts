import { notify } from '../../lib/announcer.ts';
import { type EventListener, useEvents } from '../../lib/event-listeners.ts';

/** Tells how an operation ended, unless its page is what is being looked at. */
const tellStoreNews: EventListener = (event, store) => {
  if (event.type !== 'store.phase-changed' || store === undefined) return;
  if (location.pathname.endsWith(`/${store.id}`) && document.visibilityState === 'visible') return;
  const { name, id: storeId } = store;
  switch (event.data['after']) {
    case 'ready':
      notify({ tone: 'good', text: `“${name}” is ready.`, storeId });
      return;
    case 'failed':
      notify({ tone: 'bad', text: `“${name}” could not be created.`, storeId });
      return;
    case 'delete-failed':
      notify({ tone: 'bad', text: `“${name}” could not be deleted completely.`, storeId });
      return;
    case 'deleted':
      notify({ tone: 'neutral', text: `“${name}” is deleted; nothing is left of it.` });
      return;
    default:
  }
};

export function useStoreNews(): void {
  useEvents(tellStoreNews);
}
