/** Every mutation of a store is an operation. `retry` resumes a failed store under the same id. */
export type OperationKind = 'provision' | 'retry' | 'delete';

export const operationKinds = ['provision', 'retry', 'delete'] as const satisfies readonly OperationKind[];

/** `queued`: accepted, not started or waiting for a place. `compensating`: undoing what it made. */
export type OperationState = 'queued' | 'running' | 'compensating' | 'succeeded' | 'failed' | 'cancelled';

export const operationStates = [
  'queued',
  'running',
  'compensating',
  'succeeded',
  'failed',
  'cancelled',
] as const satisfies readonly OperationState[];

export const openOperationStates = ['queued', 'running', 'compensating'] as const satisfies readonly OperationState[];

/** How an operation ended. */
export type OperationOutcome = Exclude<OperationState, (typeof openOperationStates)[number]>;

export function isOperationOpen(state: OperationState): boolean {
  return openOperationStates.some((open) => open === state);
}

/** Whether a running operation may be cancelled; what a delete has removed cannot be brought back. */
export function isCancellable(kind: OperationKind): boolean {
  return kind !== 'delete';
}
