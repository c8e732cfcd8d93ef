import { CancellationScope, CancelledFailure, isCancellation, log } from '@temporalio/workflow';

interface Compensation {
  name: string;
  undo: () => Promise<void>;
}

/** What has to be undone if an operation fails. Register a compensation before the action that it undoes. */
export class Saga {
  readonly #compensations: Compensation[] = [];

  /** `undo` must tolerate that its action never happened. */
  register(name: string, undo: () => Promise<void>): void {
    this.#compensations.push({ name, undo });
  }

  /** Undoes everything, newest first; one that fails does not keep the others from running. Returns their errors. */
  async compensate(): Promise<readonly unknown[]> {
    const errors: unknown[] = [];
    for (const { name, undo } of this.#compensations.toReversed()) {
      try {
        await undo();
      } catch (error) {
        log.error('compensation failed', { compensation: name, error });
        errors.push(error);
      }
    }
    return errors;
  }
}

export interface SagaHooks {
  /** Before the first compensation. */
  onFailure: (error: unknown) => Promise<void>;
  /** After the last one, with the errors of those that failed. */
  onCompensated: (error: unknown, compensationErrors: readonly unknown[]) => Promise<void>;
}

/**
 * Runs `body`; if it fails or is cancelled, undoes what it registered where no cancellation reaches, and rethrows the original
 * error, or that it was cancelled.
 */
export async function runSaga<T>(body: (saga: Saga) => Promise<T>, hooks: SagaHooks): Promise<T> {
  const saga = new Saga();
  try {
    return await body(saga);
  } catch (caught) {
    const error = CancellationScope.current().consideredCancelled ? asCancellation(caught) : caught;
    await CancellationScope.nonCancellable(async () => {
      await hooks.onFailure(error);
      await hooks.onCompensated(error, await saga.compensate());
    });
    throw error;
  }
}

/** A step that fails while it is being cancelled fails with a reason of its own; that is not why the operation ends. */
function asCancellation(error: unknown): unknown {
  if (isCancellation(error)) return error;
  return new CancelledFailure('cancelled while a step failed', [], error instanceof Error ? error : undefined);
}
