import { addCommand, listOpenOperations, type Database, type OperationRow } from '@shopwright/database';
import { storeWorkflowId } from '@shopwright/contract/temporal';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Logger } from '@shopwright/runtime';

/** Younger operations may still be on their way. */
const minAgeMs = 60_000;

/**
 * Operations that are open although no workflow works on them, e.g. after somebody terminated it or Temporal lost its data, are
 * submitted again; every step tolerates that it was done before. Returns how many.
 */
export async function resubmitLostOperations(db: Database, temporal: Client, logger: Logger): Promise<number> {
  const open = await listOpenOperations(db);
  const old = open.filter((operation) => Date.now() - operation.createdAt.getTime() > minAgeMs);
  let resubmitted = 0;
  for (const operation of old) {
    if (await isRunning(temporal, storeWorkflowId(operation.storeId))) continue;
    logger.warn(
      { operationId: operation.id, storeId: operation.storeId },
      'operation without a workflow; submitted again',
    );
    await resubmit(db, operation);
    resubmitted += 1;
  }
  return resubmitted;
}

async function resubmit(db: Database, { id, storeId }: OperationRow): Promise<void> {
  await db.transaction((tx) => addCommand(tx, { storeId, operationId: id, command: 'submit' }));
}

async function isRunning(temporal: Client, workflowId: string): Promise<boolean> {
  try {
    const { status } = await temporal.workflow.getHandle(workflowId).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
