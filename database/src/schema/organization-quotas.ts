import type { OrganizationId } from '@shopwright/contract/ids';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { organizations } from './organizations.ts';

/** Quotas that an operator set; an organization without a row has the configured one. */
export const organizationQuotas = pgTable('organization_quotas', {
  organizationId: text('organization_id')
    .$type<OrganizationId>()
    .primaryKey()
    .references(() => organizations.id, { onDelete: 'cascade' }),
  stores: integer('stores').notNull(),
  cpuMillis: integer('cpu_millis').notNull(),
  memoryMib: integer('memory_mib').notNull(),
  storageGib: integer('storage_gib').notNull(),
  createsPerHour: integer('creates_per_hour').notNull(),
  /** The ETag; the configured quota is version 1. */
  version: integer('version').notNull(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export type OrganizationQuotaRow = typeof organizationQuotas.$inferSelect;
