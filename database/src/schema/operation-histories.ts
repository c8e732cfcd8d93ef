import type { OperationId } from '@shopwright/contract/ids';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, moment } from './columns.ts';
import { operations } from './operations.ts';

/** The Temporal history of a closed operation; Temporal forgets it after its retention, the audit does not. */
export const operationHistories = pgTable('operation_histories', {
  operationId: text('operation_id')
    .$type<OperationId>()
    .primaryKey()
    .references(() => operations.id),
  workflowId: text('workflow_id').notNull(),
  runId: text('run_id').notNull(),
  eventCount: integer('event_count').notNull(),
  /** JSON in the format of the Temporal command line, gzip. */
  history: bytes('history').notNull(),
  exportedAt: moment('exported_at').notNull().defaultNow(),
});

export type OperationHistoryRow = typeof operationHistories.$inferSelect;
