import { CancelledFailure, Context } from '@temporalio/activity';
import { markStepsUndone } from '@shopwright/database';
import type { StepId } from '@shopwright/contract/steps';
import type { ActivityDeps } from '../deps.ts';
import { isCancellation, toAppError, toApplicationFailure } from '../failure.ts';
import type { StepInput } from '../recorded-step.ts';
import { deleteNamespace } from './remove-namespace.ts';
import { awaitGone } from './verify-gone.ts';

export interface UndoInput extends StepInput {
  /** Steps whose work this removes; they are shown as undone. */
  undoes: readonly StepId[];
}

const heartbeatIntervalMs = 4000;

/** Compensation of everything that was made for a store: its namespace, and volumes once nothing claims them. */
export function undoNamespace(deps: ActivityDeps): (input: UndoInput) => Promise<void> {
  return async ({ storeId, operationId, undoes }) => {
    const context = Context.current();
    const signal = context.cancellationSignal;
    const heartbeat = setInterval(() => context.heartbeat(), heartbeatIntervalMs);
    try {
      await deleteNamespace(deps, storeId, signal);
      await awaitGone(deps, storeId, signal);
      await markStepsUndone(deps.db, { storeId, operationId }, undoes);
    } catch (error) {
      if (isCancellation(error, signal)) throw new CancelledFailure('CANCELLED');
      throw toApplicationFailure(toAppError(error));
    } finally {
      clearInterval(heartbeat);
    }
  };
}
