import type { OperationId } from '@shopwright/contract/ids';
import type { StepId } from '@shopwright/contract/steps';
import { foreignKey, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import type { StoredFailure } from './failure.ts';
import { operationSteps } from './operation-steps.ts';

export const stepAttempts = pgTable(
  'step_attempts',
  {
    operationId: text('operation_id').$type<OperationId>().notNull(),
    step: text('step').$type<StepId>().notNull(),
    attempt: integer('attempt').notNull(),
    startedAt: moment('started_at').notNull(),
    endedAt: moment('ended_at'),
    failure: jsonb('failure').$type<StoredFailure>(),
    /** Which process ran it. */
    worker: text('worker').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operationId, table.step, table.attempt] }),
    foreignKey({
      columns: [table.operationId, table.step],
      foreignColumns: [operationSteps.operationId, operationSteps.step],
      name: 'step_attempts_step',
    }),
  ],
);

export type StepAttemptRow = typeof stepAttempts.$inferSelect;
