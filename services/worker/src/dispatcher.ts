import { lockWaitingCommands, markDispatched, type Database, type WaitingCommand } from '@shopwright/database';
import {
  signalNames,
  storeWorkflowId,
  workflowTypes,
  type CancelOperation,
  type SubmitOperation,
} from '@shopwright/contract/temporal';
import type { Client } from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import { searchAttributeNames } from '@shopwright/contract/temporal';

const batchSize = 50;

/**
 * Delivers accepted commands to the workflows of their stores, oldest first, until none waits. A command is marked only after
 * Temporal has taken it; if this process dies between the two it is delivered again, which the workflow notices.
 */
export async function dispatchCommands(db: Database, temporal: Client, taskQueue: string): Promise<number> {
  let delivered = 0;
  for (;;) {
    const count = await db.transaction(async (tx) => {
      const commands = await lockWaitingCommands(tx, batchSize);
      for (const command of commands) {
        await deliver(temporal, command, taskQueue);
        await markDispatched(tx, command.id);
      }
      return commands.length;
    });
    delivered += count;
    if (count < batchSize) return delivered;
  }
}

/** Starts the store's workflow where it does not run, and signals it in the same request. */
async function deliver(temporal: Client, command: WaitingCommand, taskQueue: string): Promise<void> {
  const { storeId, operationId, organizationId, kind } = command;
  const signal =
    command.command === 'submit'
      ? { signal: signalNames.submit, signalArgs: [{ operationId, kind, organizationId } satisfies SubmitOperation] }
      : { signal: signalNames.cancel, signalArgs: [{ operationId } satisfies CancelOperation] };
  await temporal.workflow.signalWithStart(workflowTypes.store, {
    workflowId: storeWorkflowId(storeId),
    taskQueue,
    args: [{ storeId, organizationId }],
    staticSummary: `Store ${storeId}`,
    typedSearchAttributes: new TypedSearchAttributes([
      { key: defineSearchAttributeKey(searchAttributeNames.storeId, 'KEYWORD'), value: storeId },
      { key: defineSearchAttributeKey(searchAttributeNames.storeOrganization, 'KEYWORD'), value: organizationId },
    ]),
    ...signal,
  });
}
