import type { OperationId, StoreId } from '@shopwright/contract/ids';
import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, moment } from './columns.ts';
import { operations } from './operations.ts';
import { stores } from './stores.ts';

/** Outbox: what has been accepted and must reach the store's workflow, in order, at least once. */
export const workflowCommands = pgTable(
  'workflow_commands',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    storeId: text('store_id')
      .$type<StoreId>()
      .notNull()
      .references(() => stores.id),
    operationId: text('operation_id')
      .$type<OperationId>()
      .notNull()
      .references(() => operations.id),
    command: text('command').$type<'submit' | 'cancel'>().notNull(),
    createdAt: createdAt(),
    dispatchedAt: moment('dispatched_at'),
    attempts: integer('attempts').notNull().default(0),
  },
  (table) => [
    index('workflow_commands_waiting')
      .on(table.id)
      .where(sql`${table.dispatchedAt} is null`),
  ],
);

export type WorkflowCommandRow = typeof workflowCommands.$inferSelect;
