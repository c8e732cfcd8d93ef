import type { Actor, EventSource } from '@shopwright/contract/events';
import type { OperationId, OrganizationId, StoreId } from '@shopwright/contract/ids';
import type { OperationKind } from '@shopwright/contract/operations';
import { operationSteps as stepsOfKind } from '@shopwright/contract/steps';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../connection.ts';
import { addCommand } from '../repositories/workflow-commands.ts';
import { operationSteps, operations } from '../schema/index.ts';

/** Who asks, from where, and why. */
export interface Request {
  actor: Actor;
  source: EventSource | null;
  reason?: string;
}

/** Inserts an operation with its pending steps and the command that starts it. */
export async function insertOperation(
  tx: Transaction,
  operation: { id: OperationId; storeId: StoreId; organizationId: OrganizationId; kind: OperationKind },
  request: Request,
): Promise<void> {
  // Not the transaction's own time: a change that waited for the store's lock is newer than the one it waited for.
  const createdAt = sql`clock_timestamp()`;
  await tx.insert(operations).values({ ...operation, createdAt, actor: request.actor, source: request.source });
  await tx
    .insert(operationSteps)
    .values(stepsOfKind[operation.kind].map((step, position) => ({ operationId: operation.id, step, position })));
  await addCommand(tx, { storeId: operation.storeId, operationId: operation.id, command: 'submit' });
}
