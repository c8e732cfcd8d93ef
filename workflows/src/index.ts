export { deleteStore } from './delete-store.ts';
export { provisionStore, slotFreed, type OperationInput } from './provision-store.ts';
export { cancelOperation, storeWorkflow, submitOperation, type StoreWorkflowInput } from './store-workflow.ts';
