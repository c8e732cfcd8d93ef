export * from './accept/audit.ts';
export * from './accept/change-store.ts';
export * from './accept/create-store.ts';
export { setQuota, type SetQuota } from './accept/set-quota.ts';
export type { Request } from './accept/operation.ts';
export * from './connection.ts';
export * from './listener.ts';
export { runMigrations } from './migrations.ts';
export * from './repositories/engines.ts';
export * from './repositories/events.ts';
export * from './repositories/idempotency-keys.ts';
export { queuePositions } from './repositories/line.ts';
export * from './repositories/operation-histories.ts';
export * from './repositories/operations.ts';
export * from './repositories/ping.ts';
export * from './repositories/provisioning-history.ts';
export * from './repositories/quotas.ts';
export * from './repositories/sealed-secrets.ts';
export * from './repositories/steps.ts';
export * from './repositories/stores.ts';
export * from './repositories/worker-heartbeats.ts';
export * from './repositories/workflow-commands.ts';
export * from './run/admit-operation.ts';
export * from './run/close-operation.ts';
export * from './run/start-operation.ts';
export * from './visibility.ts';
export * from './run/step-attempts.ts';
export type {
  EngineRow,
  EventData,
  EventRow,
  OperationHistoryRow,
  OperationRow,
  OperationStepRow,
  SealedSecretRow,
  StepAttemptRow,
  StoredFailure,
  StoreRow,
  WorkflowCommandRow,
} from './schema/index.ts';
