import type { OperationKind, OperationState } from '@shopwright/contract/operations';
import type { OperationView } from '@shopwright/contract/schemas/operation';

const verbs: Readonly<Record<OperationKind, { doing: string; done: string; noun: string }>> = {
  provision: { doing: 'Creating', done: 'Created', noun: 'Creation' },
  retry: { doing: 'Creating again', done: 'Created', noun: 'Retry' },
  delete: { doing: 'Deleting', done: 'Deleted, and verified gone', noun: 'Deletion' },
};

/** What is happening, in a few words. */
export function operationHeadline(operation: OperationView): string {
  const { doing, done, noun } = verbs[operation.kind];
  if (operation.cancelRequested && !operation.done) {
    return operation.state === 'compensating' ? 'Cancelled, undoing what was made' : 'Cancelling';
  }
  const headlines: Readonly<Record<OperationState, string>> = {
    queued: operation.queuePosition === null ? 'Waiting to start' : `Waiting, place ${operation.queuePosition} in line`,
    running: operation.queuePosition === null ? doing : `Waiting, place ${operation.queuePosition} in line`,
    compensating: 'Undoing what was made',
    succeeded: done,
    failed: `${noun} failed`,
    cancelled: `${noun} cancelled`,
  };
  return headlines[operation.state];
}
