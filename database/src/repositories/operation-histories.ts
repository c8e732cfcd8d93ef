import type { OperationId } from '@shopwright/contract/ids';
import { eq } from 'drizzle-orm';
import type { Executor } from '../connection.ts';
import { operationHistories, type OperationHistoryRow } from '../schema/index.ts';

/** Keeps the history of a closed operation; a repeated export replaces it. */
export async function putHistory(db: Executor, history: Omit<OperationHistoryRow, 'exportedAt'>): Promise<void> {
  await db
    .insert(operationHistories)
    .values(history)
    .onConflictDoUpdate({ target: operationHistories.operationId, set: history });
}

export async function findHistory(db: Executor, id: OperationId): Promise<OperationHistoryRow | undefined> {
  const [row] = await db.select().from(operationHistories).where(eq(operationHistories.operationId, id));
  return row;
}
