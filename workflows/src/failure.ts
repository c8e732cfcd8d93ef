import {
  ActivityFailure,
  ApplicationFailure,
  ChildWorkflowFailure,
  isCancellation,
  TimeoutFailure,
} from '@temporalio/workflow';
import { errorDetail, isErrorCode, type ErrorCode, type ErrorParams } from '@shopwright/contract/errors';
import { stepIds, stepRegistry } from '@shopwright/contract/steps';
import { stepActivities } from './activity-proxies.ts';

/** A coded failure as the database keeps it. */
export interface Failure {
  code: ErrorCode;
  detail: string;
  leftovers?: readonly string[];
}

/** Any error of a workflow as a code of the registry; the deepest coded cause wins. */
export function describeFailure(error: unknown): Failure {
  if (isCancellation(error)) return failureOf('OPERATION_CANCELLED', {});
  const coded = findCoded(error);
  if (coded !== undefined) return coded;
  if (error instanceof ActivityFailure && error.cause instanceof TimeoutFailure) {
    return timedOut(error.activityType);
  }
  return failureOf('INTERNAL', {});
}

/** What compensations that failed could not remove. */
export function leftoversOf(errors: readonly unknown[]): readonly string[] {
  return errors.flatMap((error) => {
    const failure = describeFailure(error);
    return failure.leftovers ?? [failure.detail];
  });
}

function findCoded(error: unknown): Failure | undefined {
  if (error instanceof ApplicationFailure) return fromApplicationFailure(error);
  const hasCause =
    error instanceof ActivityFailure || error instanceof ChildWorkflowFailure || error instanceof TimeoutFailure;
  return hasCause ? findCoded(error.cause) : undefined;
}

function fromApplicationFailure(error: ApplicationFailure): Failure | undefined {
  if (!isErrorCode(error.type)) return undefined;
  const [stored] = error.details ?? [];
  const leftovers = isStored(stored) ? (stored.leftovers ?? []) : [];
  return { code: error.type, detail: error.message, ...(leftovers.length > 0 ? { leftovers } : {}) };
}

function isStored(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'code' in value;
}

function timedOut(activityType: string): Failure {
  const step = stepIds.find((id) => id !== 'admission' && stepActivities[id] === activityType);
  if (step === undefined) return failureOf('INTERNAL', {});
  const { title, deadlineSeconds } = stepRegistry[step];
  return failureOf('STEP_TIMEOUT', { step: title, seconds: deadlineSeconds ?? 0 });
}

function failureOf(code: ErrorCode, params: ErrorParams): Failure {
  return { code, detail: errorDetail(code, params) };
}
