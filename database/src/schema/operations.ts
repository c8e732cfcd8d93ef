import type { Actor, EventSource } from '@shopwright/contract/events';
import type { OperationId, OrganizationId, StoreId } from '@shopwright/contract/ids';
import type { OperationKind, OperationState } from '@shopwright/contract/operations';
import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, moment } from './columns.ts';
import type { StoredFailure } from './failure.ts';
import { organizations } from './organizations.ts';
import { stores } from './stores.ts';

export const operations = pgTable(
  'operations',
  {
    id: text('id').$type<OperationId>().primaryKey(),
    storeId: text('store_id')
      .$type<StoreId>()
      .notNull()
      .references(() => stores.id),
    /** That of its store; a copy, so that the line and lists need no join. */
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organizations.id),
    kind: text('kind').$type<OperationKind>().notNull(),
    state: text('state').$type<OperationState>().notNull().default('queued'),
    actor: jsonb('actor').$type<Actor>().notNull(),
    source: jsonb('source').$type<EventSource>(),
    createdAt: createdAt(),
    /** When its workflow began. */
    startedAt: moment('started_at'),
    /** When it got one of the places in which stores are made. */
    admittedAt: moment('admitted_at'),
    endedAt: moment('ended_at'),
    cancelRequestedAt: moment('cancel_requested_at'),
    failure: jsonb('failure').$type<StoredFailure>(),
    workflowId: text('workflow_id'),
    runId: text('run_id'),
  },
  (table) => [
    index('operations_store').on(table.storeId, table.createdAt.desc(), table.id.desc()),
    index('operations_open')
      .on(table.createdAt, table.id)
      .where(sql`${table.endedAt} is null`),
    index('operations_organization').on(table.organizationId, table.createdAt.desc()),
    // Who waits, who has a place, and whose turn was when.
    index('operations_last_turn').on(table.organizationId, table.admittedAt.desc()),
    index('operations_ended').on(table.endedAt.desc()),
  ],
);

export type OperationRow = typeof operations.$inferSelect;
export type NewOperationRow = typeof operations.$inferInsert;
