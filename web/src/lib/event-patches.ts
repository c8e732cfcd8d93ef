import { errorDetail, errorRegistry, isErrorCode } from '@shopwright/contract/errors';
import { isOperationOpen, operationStates, type OperationState } from '@shopwright/contract/operations';
import { allowedActions, storePhases, type StorePhase } from '@shopwright/contract/phases';
import type { EventView } from '@shopwright/contract/schemas/event';
import type { OperationSummary, OperationView, StepView } from '@shopwright/contract/schemas/operation';
import type { Failure } from '@shopwright/contract/schemas/problem';
import type { StoreView } from '@shopwright/contract/schemas/store';
import { patchStep } from './step-patches.ts';

const operationEventStates: Readonly<Partial<Record<EventView['type'], OperationState>>> = {
  'operation.started': 'running',
  'operation.compensating': 'compensating',
  'operation.succeeded': 'succeeded',
  'operation.failed': 'failed',
  'operation.cancelled': 'cancelled',
};

/**
 * What an event says of a store, put into the store at once; the rest follows when it is read again. Returns the same object
 * where the event changes nothing.
 */
export function patchStore<Store extends StoreView>(store: Store, event: EventView): Store {
  if (event.storeId !== store.id) return store;
  const operation = store.operation === null ? null : patchSummary(store.operation, event);
  const phase = event.type === 'store.phase-changed' ? phaseAfter(event) : undefined;
  if (phase === undefined && operation === store.operation) return store;
  const next = { ...store, operation, updatedAt: event.at };
  return phase === undefined ? next : { ...next, phase, actions: actionsAfter(phase, operation) };
}

/** The same for the timeline of an operation. */
export function patchOperation(operation: OperationView, event: EventView): OperationView {
  if (event.operationId !== operation.id) return operation;
  const summary = patchSummary(operation, event);
  const steps = patchSteps(operation.steps, event);
  return summary === operation && steps === operation.steps ? operation : { ...summary, steps };
}

function patchSummary<Operation extends OperationSummary>(operation: Operation, event: EventView): Operation {
  if (event.operationId !== operation.id || operation.done) return operation;
  if (event.type === 'operation.cancel-requested') return { ...operation, cancelRequested: true, cancellable: false };
  const state = operationEventStates[event.type];
  if (state === undefined || !operationStates.includes(state)) return operation;
  const done = !isOperationOpen(state);
  return {
    ...operation,
    state,
    done,
    queuePosition: state === 'running' ? operation.queuePosition : null,
    startedAt: operation.startedAt ?? event.at,
    endedAt: done ? event.at : null,
    cancellable: operation.cancellable && !done && state !== 'compensating',
    failure: failureOf(event) ?? operation.failure,
  };
}

function patchSteps(steps: StepView[], event: EventView): StepView[] {
  const id = event.data['step'];
  const index = steps.findIndex((step) => step.id === id);
  const step = steps[index];
  if (step === undefined) return steps;
  const next = patchStep(step, event, failureOf(event));
  return next === step ? steps : steps.with(index, next);
}

function phaseAfter(event: EventView): StorePhase | undefined {
  return storePhases.find((phase) => phase === event.data['after']);
}

/** The transition table's actions; what was asked to stop cannot be asked again. */
function actionsAfter(phase: StorePhase, operation: OperationSummary | null): StoreView['actions'] {
  return allowedActions(phase).filter((action) => action !== 'cancel' || operation?.cancellable === true);
}

/** The failure that an event tells, in the words of the registry. */
function failureOf(event: EventView): Failure | null {
  const { code, detail } = event.data;
  if (!isErrorCode(code)) return null;
  const { title, hint, retryable } = errorRegistry[code];
  return {
    code,
    title,
    detail: typeof detail === 'string' ? detail : errorDetail(code, {}),
    hint,
    retryable,
    leftovers: [],
  };
}
