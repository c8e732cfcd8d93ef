import type { Actor, EventCategory, EventSource, EventType } from '@shopwright/contract/events';
import type { OperationId, OrganizationId, StoreId } from '@shopwright/contract/ids';
import { sql } from 'drizzle-orm';
import { bigint, check, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { operations } from './operations.ts';
import { organizations } from './organizations.ts';
import { stores } from './stores.ts';

/** Append-only: the audit, and the source of the event stream. */
export const events = pgTable(
  'events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').notNull().defaultNow(),
    type: text('type').$type<EventType>().notNull(),
    category: text('category').$type<EventCategory>().notNull(),
    /** Whose it is; null for what concerns the platform and is shown to operators only. */
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .references(() => organizations.id),
    storeId: text('store_id')
      .$type<StoreId>()
      .references(() => stores.id),
    operationId: text('operation_id')
      .$type<OperationId>()
      .references(() => operations.id),
    actor: jsonb('actor').$type<Actor>().notNull(),
    source: jsonb('source').$type<EventSource>(),
    reason: text('reason'),
    data: jsonb('data').$type<EventData>().notNull().default({}),
    /** A second write of the same thing, after a crash, finds this and adds nothing. */
    dedupeKey: text('dedupe_key').unique(),
  },
  (table) => [
    check('events_of_stores_belong', sql`${table.storeId} is null or ${table.organizationId} is not null`),
    index('events_organization').on(table.organizationId, table.id.desc()),
    index('events_store').on(table.storeId, table.id.desc()),
    index('events_operation').on(table.operationId, table.id.desc()),
    index('events_category').on(table.category, table.id.desc()),
  ],
);

export type EventValue =
  | string
  | number
  | boolean
  | null
  | readonly EventValue[]
  | { readonly [key: string]: EventValue };
export type EventData = { readonly [key: string]: EventValue };
export type EventRow = typeof events.$inferSelect;
