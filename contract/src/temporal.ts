import type { OperationId, StoreId } from './ids.ts';
import type { OperationKind } from './operations.ts';

/** Names under which processes meet in Temporal. None of them ever carries a secret or a display name. */
export const taskQueue = 'shopwright';

export const workflowTypes = { store: 'storeWorkflow', provision: 'provisionStore', delete: 'deleteStore' } as const;

export const signalNames = { submit: 'submitOperation', cancel: 'cancelOperation', slotFreed: 'slotFreed' } as const;

export const searchAttributeNames = {
  storeId: 'StoreId',
  storeOrganization: 'StoreOrganization',
  storePhase: 'StorePhase',
  storeOperation: 'StoreOperation',
  storeAttention: 'StoreAttention',
} as const;

export function storeWorkflowId(storeId: StoreId): string {
  return `store/${storeId}`;
}

/** One child per operation; the id says store, kind and operation without a look-up. */
export function operationWorkflowId(storeId: StoreId, kind: OperationKind, operationId: OperationId): string {
  return `store/${storeId}/${kind}/${operationId}`;
}

/** Signal `submitOperation`: run this operation once the running one has ended. Sent again without harm. */
export interface SubmitOperation {
  operationId: OperationId;
  kind: OperationKind;
  /** For search attributes and fairness. */
  organizationId?: string;
  /** Instead of it in commands from before stores belonged to organizations. */
  ownerId?: string;
}

/** Signal `cancelOperation`. */
export interface CancelOperation {
  operationId: OperationId;
}
