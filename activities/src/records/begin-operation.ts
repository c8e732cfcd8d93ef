import { admitOperation, startAttempt, startOperation, succeedAttempt, type Admission } from '@shopwright/database';
import { Context } from '@temporalio/activity';
import type { ActivityDeps } from '../deps.ts';
import { recordActivity } from './record-activity.ts';
import type { StepInput } from '../recorded-step.ts';

export type Beginning = { isOpen: false } | { isOpen: true; admission: Admission };

/** Notes that a provision began and asks for one of the places. Asked again while it waits. */
export function beginProvision(deps: ActivityDeps): (input: StepInput) => Promise<Beginning> {
  return recordActivity(async (input) => {
    if (!(await begin(deps, input))) return { isOpen: false };
    // Waiting is one attempt, however often it is asked.
    const key = { ...input, step: 'admission', attempt: 1 } as const;
    await startAttempt(deps.db, key, deps.worker);
    const admission = await admitOperation(deps.db, input.operationId, deps.platform.provisionConcurrency);
    if (admission.admitted) await succeedAttempt(deps.db, key);
    return { isOpen: true, admission };
  });
}

/** Notes that a delete began; false where it had ended before. */
export function beginDelete(deps: ActivityDeps): (input: StepInput) => Promise<boolean> {
  return recordActivity((input) => begin(deps, input));
}

async function begin(deps: ActivityDeps, input: StepInput): Promise<boolean> {
  const { workflowExecution } = Context.current().info;
  if (workflowExecution === undefined) throw new TypeError('this activity runs only for a workflow');
  const { workflowId, runId } = workflowExecution;
  return startOperation(deps.db, input.operationId, { workflowId, runId });
}
