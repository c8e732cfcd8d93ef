import {
  allHandlersFinished,
  CancellationScope,
  ChildWorkflowCancellationType,
  condition,
  continueAsNew,
  defineSignal,
  executeChild,
  log,
  ParentClosePolicy,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { errorDetail } from '@shopwright/contract/errors';
import type { StoreId } from '@shopwright/contract/ids';
import {
  operationWorkflowId,
  signalNames,
  workflowTypes,
  type CancelOperation,
  type SubmitOperation,
} from '@shopwright/contract/temporal';
import { closeOperation, exportHistory } from './activity-proxies.ts';
import { describeFailure, type Failure } from './failure.ts';
import { attributePairs, type StoreAttributes } from './search-attributes.ts';
import { StoreMachine, type StoreMachineState } from './store-machine.ts';

export interface StoreWorkflowInput {
  storeId: StoreId;
  organizationId?: string;
  /** Instead of it in workflows that began before stores belonged to organizations. */
  ownerId?: string;
  state?: StoreMachineState;
  /** Operations after which it continues as new, besides when Temporal suggests it. */
  operationsPerRun?: number;
}

const defaultOperationsPerRun = 100;

export const submitOperation = defineSignal<[SubmitOperation]>(signalNames.submit);
export const cancelOperation = defineSignal<[CancelOperation]>(signalNames.cancel);

/**
 * One store for as long as it lives: takes commands, runs one operation at a time as a child workflow, ends when the store has
 * been deleted. Everything durable is in the database; this is the lock and the order.
 */
export async function storeWorkflow(input: StoreWorkflowInput): Promise<void> {
  const machine = new StoreMachine(input.state);
  setHandler(submitOperation, (command) => machine.submit(command));
  setHandler(cancelOperation, (command) => machine.cancel(command));
  upsertSearchAttributes(attributePairs({ storeId: input.storeId, storeOrganization: organizationOf(input) }));
  const operationsPerRun = input.operationsPerRun ?? defaultOperationsPerRun;
  for (let count = 0; count < operationsPerRun && !workflowInfo().continueAsNewSuggested; count += 1) {
    await condition(() => machine.hasWork || workflowInfo().continueAsNewSuggested);
    if (!machine.hasWork) break;
    const isDeleted = await runNext(machine, input);
    if (isDeleted) return;
  }
  await condition(allHandlersFinished);
  await continueAsNew<typeof storeWorkflow>({ ...input, state: machine.state });
}

function organizationOf(named: { organizationId?: string; ownerId?: string }): string {
  return named.organizationId ?? named.ownerId ?? '';
}

async function runNext(machine: StoreMachine, input: StoreWorkflowInput): Promise<boolean> {
  const scope = new CancellationScope({ cancellable: true });
  const command = machine.start(() => scope.cancel());
  if (command === undefined) return false;
  const isDelete = command.kind === 'delete';
  show({ storePhase: isDelete ? 'deleting' : 'provisioning', storeOperation: command.kind, storeAttention: false });
  setCurrentDetails(`${isDelete ? 'Deleting' : 'Provisioning'} (operation ${command.operationId}).`);
  const failure = await scope
    .run(() => runChild(command, input))
    .then(
      () => undefined,
      (error: unknown) => describeFailure(error),
    );
  machine.finish();
  await keepHistory(input.storeId, command);
  if (failure === undefined) {
    show({ storePhase: isDelete ? 'deleted' : 'ready' });
    setCurrentDetails(isDelete ? 'Deleted.' : 'Ready.');
    return isDelete;
  }
  show({ storePhase: isDelete ? 'delete-failed' : 'failed', storeAttention: failure.code !== 'OPERATION_CANCELLED' });
  setCurrentDetails(`The last operation failed: ${failure.detail}`);
  return false;
}

async function runChild(command: SubmitOperation, { storeId }: StoreWorkflowInput): Promise<void> {
  const { operationId, kind } = command;
  const organizationId = organizationOf(command);
  try {
    await executeChild(kind === 'delete' ? workflowTypes.delete : workflowTypes.provision, {
      workflowId: operationWorkflowId(storeId, kind, operationId),
      args: [{ storeId, operationId }],
      parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
      cancellationType: ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED,
      staticSummary: `${kind} of store ${storeId}`,
      typedSearchAttributes: attributePairs({ storeId, storeOrganization: organizationId, storeOperation: kind }),
      priority: { priorityKey: kind === 'delete' ? 2 : 3, fairnessKey: organizationId.slice(0, 64) },
    });
  } catch (error) {
    await CancellationScope.nonCancellable(() => closeUnfinished(command, storeId, error));
    throw error;
  }
}

/** A child that never began, or was ended from outside, has not closed its operation; closing a closed one changes nothing. */
async function closeUnfinished({ operationId }: SubmitOperation, storeId: StoreId, error: unknown): Promise<void> {
  const described = describeFailure(error);
  const isLost = described.code === 'INTERNAL';
  const failure = isLost ? workflowLost(storeId) : described;
  log.info('operation did not succeed', { operationId, code: failure.code });
  await closeOperation({
    operationId,
    outcome: failure.code === 'OPERATION_CANCELLED' ? 'cancelled' : 'failed',
    failure,
  });
}

function workflowLost(storeId: StoreId): Failure {
  return { code: 'WORKFLOW_LOST', detail: errorDetail('WORKFLOW_LOST', {}), leftovers: [`namespace ${storeId}`] };
}

async function keepHistory(storeId: StoreId, { operationId }: SubmitOperation): Promise<void> {
  try {
    await exportHistory({ storeId, operationId });
  } catch (error) {
    log.warn('the history could not be kept', { operationId, error });
  }
}

function show(attributes: StoreAttributes): void {
  upsertSearchAttributes(attributePairs(attributes));
}
