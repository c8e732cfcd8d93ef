import type { OrganizationId } from '@shopwright/contract/ids';
import { asc, eq, isNull, sql } from 'drizzle-orm';
import type { Executor, Transaction } from '../connection.ts';
import { operations, stores, workflowCommands, type WorkflowCommandRow } from '../schema/index.ts';

/** Channel that wakes the dispatcher when a command was committed. */
export const commandsChannel = 'shopwright_commands';

export async function addCommand(
  tx: Transaction,
  command: Pick<WorkflowCommandRow, 'storeId' | 'operationId' | 'command'>,
): Promise<void> {
  await tx.insert(workflowCommands).values(command);
  await tx.execute(sql`select pg_notify(${commandsChannel}, '')`);
}

/** A command with what its delivery needs. */
export interface WaitingCommand extends WorkflowCommandRow {
  kind: (typeof operations.$inferSelect)['kind'];
  organizationId: OrganizationId;
}

/**
 * Commands not yet delivered, oldest first. Locked for the transaction and skipped by other dispatchers, so that two of them
 * never deliver the same command side by side.
 */
export async function lockWaitingCommands(tx: Transaction, limit: number): Promise<readonly WaitingCommand[]> {
  const rows = await tx
    .select({ command: workflowCommands, kind: operations.kind, organizationId: stores.organizationId })
    .from(workflowCommands)
    .innerJoin(operations, eq(operations.id, workflowCommands.operationId))
    .innerJoin(stores, eq(stores.id, workflowCommands.storeId))
    .where(isNull(workflowCommands.dispatchedAt))
    .orderBy(asc(workflowCommands.id))
    .limit(limit)
    .for('no key update', { of: workflowCommands, skipLocked: true });
  return rows.map((row) => ({ ...row.command, kind: row.kind, organizationId: row.organizationId }));
}

export async function markDispatched(db: Executor, id: number): Promise<void> {
  await db
    .update(workflowCommands)
    .set({ dispatchedAt: sql`clock_timestamp()`, attempts: sql`${workflowCommands.attempts} + 1` })
    .where(eq(workflowCommands.id, id));
}

/** How many wait and how old the oldest is, in seconds. */
export async function commandBacklog(db: Executor): Promise<{ waiting: number; oldestSeconds: number }> {
  const [row] = await db
    .select({
      waiting: sql<number>`count(*)::int`,
      oldestSeconds: sql<number>`coalesce(extract(epoch from now() - min(${workflowCommands.createdAt})), 0)::float`,
    })
    .from(workflowCommands)
    .where(isNull(workflowCommands.dispatchedAt));
  return { waiting: row?.waiting ?? 0, oldestSeconds: row?.oldestSeconds ?? 0 };
}
