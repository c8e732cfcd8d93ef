import { AppError } from '@shopwright/contract/errors';
import type { OperationId } from '@shopwright/contract/ids';
import type { OperationSummary, OperationView } from '@shopwright/contract/schemas/operation';
import {
  cancelOperation,
  findOperation,
  queuePositions,
  stepsOf,
  type CancelOperation,
  type Database,
  type OperationRow,
  type Visibility,
} from '@shopwright/database';
import { operationSummaryView, operationView, type QueuePositions, type UsualDurations } from './operation-view.ts';
import { workflowUrl, type WorkflowUrlConfig } from './workflow-url.ts';

export interface OperationServiceOptions {
  db: Database;
  config: WorkflowUrlConfig;
  usualDurations: () => Promise<UsualDurations>;
}

export interface OperationService {
  /** Throws OPERATION_NOT_FOUND. */
  get(visibility: Visibility, id: OperationId): Promise<OperationView>;
  /** Throws OPERATION_NOT_FOUND, ACTION_NOT_ALLOWED. */
  cancel(id: OperationId, request: CancelOperation): Promise<OperationView>;
  summaries(rows: readonly OperationRow[]): Promise<readonly OperationSummary[]>;
}

/** Reads operations and asks them to stop. */
export function createOperationService({ db, config, usualDurations }: OperationServiceOptions): OperationService {
  const get = async (visibility: Visibility, id: OperationId): Promise<OperationView> => {
    const row = await findOperation(db, visibility, id);
    if (row === undefined) throw new AppError('OPERATION_NOT_FOUND', { params: { operationId: id } });
    const [steps, positions, usual] = await Promise.all([stepsOf(db, [id]), positionsFor(db, [row]), usualDurations()]);
    return operationView({
      row,
      steps: steps.get(id) ?? [],
      positions,
      usual,
      // The Temporal UI knows no organizations: only those who see every one are led there.
      workflowUrl: (operation) => (visibility.kind === 'platform' ? workflowUrl(operation, config) : null),
      now: new Date(),
    });
  };
  return {
    get,
    cancel: async (id, request) => {
      await cancelOperation(db, id, request);
      return get(request.visibility, id);
    },
    summaries: async (rows) => {
      const positions = await positionsFor(db, rows);
      return rows.map((row) => operationSummaryView(row, positions));
    },
  };
}

/** Asks for the line only where one of the operations may stand in it. */
function positionsFor(db: Database, rows: readonly OperationRow[]): Promise<QueuePositions> {
  const waiting = rows.filter((row) => row.endedAt === null && row.admittedAt === null);
  return queuePositions(
    db,
    waiting.map((row) => row.id),
  );
}
