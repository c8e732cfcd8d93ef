import { CancelledFailure, Context } from '@temporalio/activity';
import { AppError } from '@shopwright/contract/errors';
import type { OperationId, StoreId } from '@shopwright/contract/ids';
import type { StepId } from '@shopwright/contract/steps';
import {
  failAttempt,
  reportProgress,
  startAttempt,
  succeedAttempt,
  type AttemptKey,
  type EventData,
} from '@shopwright/database';
import { redactText } from '@shopwright/runtime';
import type { ActivityDeps } from './deps.ts';
import { isCancellation, toAppError, toApplicationFailure, toStoredFailure } from './failure.ts';

/** Input of every step: ids only, the rest is read where it is needed. */
export interface StepInput {
  storeId: StoreId;
  operationId: OperationId;
}

export interface StepRun extends StepInput {
  signal: AbortSignal;
  attempt: number;
  /** Shows a line in the step's timeline. */
  progress: (line: string) => Promise<void>;
}

/** What a step did, for its event: numbers and names, never secrets. */
export type StepWork = (run: StepRun) => Promise<EventData>;

/** Heartbeats carry cancellations back; Temporal passes at most one per 0.8 of the heartbeat time-out. */
const heartbeatIntervalMs = 4000;

/** An activity that records each of its attempts, keeps the heartbeat and leaves with a coded failure. */
export function recordedStep(
  deps: ActivityDeps,
  step: StepId,
  work: StepWork,
): (input: StepInput) => Promise<EventData> {
  return async ({ storeId, operationId }) => {
    const context = Context.current();
    const signal = context.cancellationSignal;
    const key: AttemptKey = { storeId, operationId, step, attempt: context.info.attempt };
    const heartbeat = setInterval(() => context.heartbeat(), heartbeatIntervalMs);
    try {
      await startAttempt(deps.db, key, deps.worker);
      const progress = (line: string): Promise<void> => reportProgress(deps.db, key, redactText(line).slice(0, 300));
      const detail = await work({ storeId, operationId, signal, attempt: key.attempt, progress });
      await succeedAttempt(deps.db, key, detail);
      return detail;
    } catch (error) {
      if (isCancellation(error, signal)) return await leaveCancelled(deps, key, context);
      return await leaveFailed(deps, key, error);
    } finally {
      clearInterval(heartbeat);
    }
  };
}

async function leaveFailed(deps: ActivityDeps, key: AttemptKey, error: unknown): Promise<never> {
  const appError = toAppError(error);
  deps.logger.warn({ ...key, code: appError.code, err: appError }, 'step attempt failed');
  await failAttempt(deps.db, key, toStoredFailure(appError), appError.retryable).catch((recordError: unknown) => {
    deps.logger.error({ ...key, err: recordError }, 'attempt could not be recorded');
  });
  throw toApplicationFailure(appError);
}

async function leaveCancelled(deps: ActivityDeps, key: AttemptKey, context: Context): Promise<never> {
  const isShutdown = context.cancellationDetails === undefined || context.cancellationDetails.workerShutdown;
  const failure = toStoredFailure(new AppError('OPERATION_CANCELLED'));
  await failAttempt(deps.db, key, failure, isShutdown).catch((recordError: unknown) => {
    deps.logger.error({ ...key, err: recordError }, 'attempt could not be recorded');
  });
  throw new CancelledFailure(isShutdown ? 'WORKER_SHUTDOWN' : 'CANCELLED');
}
