import type { OperationId } from '@shopwright/contract/ids';
import type { StepId, StepState } from '@shopwright/contract/steps';
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import type { StoredFailure } from './failure.ts';
import { operations } from './operations.ts';

export const operationSteps = pgTable(
  'operation_steps',
  {
    operationId: text('operation_id')
      .$type<OperationId>()
      .notNull()
      .references(() => operations.id),
    step: text('step').$type<StepId>().notNull(),
    position: integer('position').notNull(),
    state: text('state').$type<StepState>().notNull().default('pending'),
    startedAt: moment('started_at'),
    endedAt: moment('ended_at'),
    progress: text('progress'),
    failure: jsonb('failure').$type<StoredFailure>(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.step] }),
    index('operation_steps_ended').on(table.step, table.endedAt.desc()),
  ],
);

export type OperationStepRow = typeof operationSteps.$inferSelect;
