import type { StoreView } from '@shopwright/contract/schemas/store';

/** What a row says instead of the address while there is something to say. */
export function storeNote(store: StoreView): string | undefined {
  const { phase, failure, operation } = store;
  if (phase === 'failed' || phase === 'delete-failed') return failure?.title;
  if (operation === null || operation.done) return undefined;
  if (operation.cancelRequested) return 'Cancelling…';
  if (operation.queuePosition !== null) return `Waiting, place ${operation.queuePosition} in line`;
  return operation.state === 'compensating' ? 'Undoing what was made…' : undefined;
}
