import { systemActor } from '@shopwright/contract/events';
import type { OperationId } from '@shopwright/contract/ids';
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../connection.ts';
import { appendEvents } from '../repositories/events.ts';
import { lockOperation } from '../repositories/operations.ts';
import { operations } from '../schema/index.ts';

export interface StartedBy {
  workflowId: string;
  runId: string;
}

/** Notes that the workflow of an operation began; false where the operation has already ended. */
export async function startOperation(db: Database, id: OperationId, startedBy: StartedBy): Promise<boolean> {
  return db.transaction(async (tx) => {
    const operation = await lockOperation(tx, id);
    if (operation.endedAt !== null) return false;
    await tx
      .update(operations)
      .set({
        ...startedBy,
        startedAt: sql`coalesce(${operations.startedAt}, clock_timestamp())`,
        // A deletion needs no place; others run once they have one.
        ...(operation.kind === 'delete' && { state: 'running' as const }),
      })
      .where(eq(operations.id, id));
    await appendEvents(tx, [
      {
        type: 'operation.started',
        actor: systemActor,
        storeId: operation.storeId,
        operationId: id,
        data: { kind: operation.kind, workflowId: startedBy.workflowId },
        dedupeKey: `${id}/started`,
      },
    ]);
    return true;
  });
}
