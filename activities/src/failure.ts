import { ApplicationFailure, CancelledFailure } from '@temporalio/activity';
import { AppError } from '@shopwright/contract/errors';
import type { StoredFailure } from '@shopwright/database';
import { redactText } from '@shopwright/runtime';
import { KubeStatusError } from './kube/kube-error.ts';
import { refusalOf } from './kube/refusal.ts';

/** Temporal cuts failure texts at 4 KiB; people read one sentence. */
const maxDetailLength = 1000;

/** Any error as one of the registry. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof KubeStatusError) return fromKubeStatus(error);
  if (isDatabaseError(error)) return new AppError('DATABASE_WRITE_FAILED', { cause: error });
  return new AppError('INTERNAL', { cause: error });
}

/** A coded failure as it is stored; its text has been redacted. */
export function toStoredFailure(error: AppError): StoredFailure {
  const detail = redactText(error.message).slice(0, maxDetailLength);
  const leftovers = leftoversOf(error);
  return { code: error.code, detail, ...(leftovers.length > 0 ? { leftovers } : {}) };
}

/** What leaves an activity: type = code, message = detail, retryable as the registry says, details = the stored failure. */
export function toApplicationFailure(error: AppError): ApplicationFailure {
  const stored = toStoredFailure(error);
  return ApplicationFailure.create({
    type: error.code,
    message: stored.detail,
    nonRetryable: !error.retryable,
    details: [stored],
  });
}

/** Whether the activity was asked to stop: by the workflow, by its own deadline or by the worker's end. */
export function isCancellation(error: unknown, signal: AbortSignal): boolean {
  return error instanceof CancelledFailure || (signal.aborted && !(error instanceof AppError));
}

function fromKubeStatus(error: KubeStatusError): AppError {
  const params = { object: error.object, reason: error.message };
  if (error.status >= 500 || error.status === 429 || error.status === 409) {
    return new AppError('CLUSTER_UNAVAILABLE', { cause: error, params });
  }
  return new AppError(refusalOf(error.message) ?? 'CLUSTER_REFUSED', { cause: error, params });
}

function leftoversOf(error: AppError): readonly string[] {
  return error.code === 'TEARDOWN_BLOCKED' ? String(error.params['reason'] ?? '').split('; ') : [];
}

/** Classes of SQLSTATE that say nothing about the statement: connection, rollback, resources, locks, operator, system. */
const passingState = /^(?:08|40|53|55|57|58)\w{3}$|^ECONN\w+$|^ETIMEDOUT$|^EPIPE$/;

/** The database was not there or asked to try again; drizzle wraps the driver's error in one of its own. */
function isDatabaseError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && passingState.test(error.code)) return true;
  if (/^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout)/.test(error.message))
    return true;
  return isDatabaseError(error.cause);
}
