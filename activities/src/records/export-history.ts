import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { findOperation, platformWide, putHistory } from '@shopwright/database';
import type { ActivityDeps } from '../deps.ts';
import type { StepInput } from '../recorded-step.ts';
import { recordActivity } from './record-activity.ts';

const compress = promisify(gzip);

/** Keeps the Temporal history of a closed operation beside the audit, which outlives Temporal's retention. */
export function exportHistory(deps: ActivityDeps): (input: StepInput) => Promise<{ eventCount: number }> {
  return recordActivity(async ({ operationId }) => {
    const operation = await findOperation(deps.db, platformWide, operationId);
    if (operation?.workflowId == null || operation.runId == null) return { eventCount: 0 };
    const handle = deps.temporal.workflow.getHandle(operation.workflowId, operation.runId);
    const history = await handle.fetchHistory();
    const eventCount = history.events?.length ?? 0;
    const json = await compress(historyToJSON(history));
    const { workflowId, runId } = operation;
    await putHistory(deps.db, { operationId, workflowId, runId, eventCount, history: json });
    return { eventCount };
  });
}
