import { operationWorkflowId } from '@shopwright/contract/temporal';
import {
  closeOperation as close,
  eraseSealedSecret,
  findOperation,
  listAdmissible,
  markCompensating as mark,
  platformWide,
  type ClosedOperation,
  type StoredFailure,
} from '@shopwright/database';
import type { ActivityDeps } from '../deps.ts';
import type { StepInput } from '../recorded-step.ts';
import { recordActivity } from './record-activity.ts';

export interface CompensatingInput extends StepInput {
  failure: StoredFailure;
}

/** Notes that an operation undoes what it made, and why. */
export function markCompensating(deps: ActivityDeps): (input: CompensatingInput) => Promise<void> {
  return recordActivity(({ operationId, failure }) => mark(deps.db, operationId, failure));
}

/** Ends an operation and tells which waiting workflows may have a place now. */
export function closeOperation(deps: ActivityDeps): (input: ClosedOperation) => Promise<readonly string[]> {
  return recordActivity(async (closed) => {
    await close(deps.db, closed);
    const operation = await findOperation(deps.db, platformWide, closed.operationId);
    if (operation?.kind === 'delete' && closed.outcome === 'succeeded')
      await eraseSealedSecret(deps.db, operation.storeId);
    const admissible = await listAdmissible(deps.db, deps.platform.provisionConcurrency);
    return admissible.map((next) => operationWorkflowId(next.storeId, next.kind, next.id));
  });
}
