import type { OrganizationId, StoreId } from '@shopwright/contract/ids';
import type { StorePhase } from '@shopwright/contract/phases';
import type { PlanId } from '@shopwright/contract/plans';
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, moment } from './columns.ts';
import type { StoredFailure } from './failure.ts';
import { organizations } from './organizations.ts';

export const stores = pgTable(
  'stores',
  {
    id: text('id').$type<StoreId>().primaryKey(),
    name: text('name').notNull(),
    slug: text('slug').notNull(),
    phase: text('phase').$type<StorePhase>().notNull().default('queued'),
    engineId: text('engine_id').notNull(),
    plan: text('plan').$type<PlanId>().notNull(),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organizations.id),
    adminUsername: text('admin_username').notNull(),
    adminEmail: text('admin_email').notNull(),
    currency: text('currency').notNull(),
    country: text('country').notNull(),
    failure: jsonb('failure').$type<StoredFailure>(),
    createdAt: createdAt(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    readyAt: moment('ready_at'),
    deletedAt: moment('deleted_at'),
    credentialsRevealedAt: moment('credentials_revealed_at'),
    /** The ETag; grows with every change. */
    version: integer('version').notNull().default(1),
  },
  (table) => [
    uniqueIndex('stores_slug_live')
      .on(table.slug)
      .where(sql`${table.phase} <> 'deleted'`),
    index('stores_newest').on(table.createdAt.desc(), table.id.desc()),
    index('stores_organization_newest').on(table.organizationId, table.createdAt.desc(), table.id.desc()),
    index('stores_organization_live')
      .on(table.organizationId)
      .where(sql`${table.phase} <> 'deleted'`),
  ],
);

export type StoreRow = typeof stores.$inferSelect;
export type NewStoreRow = typeof stores.$inferInsert;
