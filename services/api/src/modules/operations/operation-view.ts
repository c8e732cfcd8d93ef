import type { OperationId } from '@shopwright/contract/ids';
import { isCancellable, isOperationOpen, type OperationKind } from '@shopwright/contract/operations';
import type { OperationSummary, OperationView, StepView } from '@shopwright/contract/schemas/operation';
import { stepRegistry, type StepId } from '@shopwright/contract/steps';
import type { OperationRow, StepWithAttempts } from '@shopwright/database';
import { failureView } from './failure-view.ts';

/** Place in the line by operation, 1 = next. */
export type QueuePositions = ReadonlyMap<OperationId, number>;

/** Median durations in milliseconds. Steps may overlap: together they take longer than the operation. */
export interface UsualDurations {
  steps: ReadonlyMap<StepId, number>;
  operations: ReadonlyMap<OperationKind, number>;
}

export function operationSummaryView(row: OperationRow, positions: QueuePositions): OperationSummary {
  const isOpen = isOperationOpen(row.state);
  return {
    id: row.id,
    storeId: row.storeId,
    kind: row.kind,
    state: row.state,
    done: !isOpen,
    actor: row.actor,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    cancellable: isOpen && isCancellable(row.kind) && row.cancelRequestedAt === null,
    cancelRequested: row.cancelRequestedAt !== null,
    queuePosition: positions.get(row.id) ?? null,
    failure: failureView(row.failure),
  };
}

export interface OperationViewParts {
  row: OperationRow;
  steps: readonly StepWithAttempts[];
  positions: QueuePositions;
  usual: UsualDurations;
  workflowUrl: (row: OperationRow) => string | null;
  now: Date;
}

export function operationView(parts: OperationViewParts): OperationView {
  const url = parts.workflowUrl(parts.row);
  return {
    ...operationSummaryView(parts.row, parts.positions),
    usualMs: parts.usual.operations.get(parts.row.kind) ?? null,
    steps: parts.steps.map((step) => stepView(step, parts.usual, parts.now)),
    workflow: url === null || parts.row.workflowId === null ? null : { id: parts.row.workflowId, url },
    serverNow: parts.now.toISOString(),
  };
}

function stepView(step: StepWithAttempts, usual: UsualDurations, now: Date): StepView {
  const { title, description } = stepRegistry[step.step];
  const end = step.endedAt ?? now;
  return {
    id: step.step,
    title,
    description,
    state: step.state,
    startedAt: step.startedAt?.toISOString() ?? null,
    endedAt: step.endedAt?.toISOString() ?? null,
    durationMs: step.startedAt === null ? null : Math.max(0, end.getTime() - step.startedAt.getTime()),
    usualMs: usual.steps.get(step.step) ?? null,
    progress: step.progress,
    attempts: step.attempts.map((attempt) => ({
      attempt: attempt.attempt,
      startedAt: attempt.startedAt.toISOString(),
      endedAt: attempt.endedAt?.toISOString() ?? null,
      failure: failureView(attempt.failure),
    })),
    failure: failureView(step.failure),
  };
}
