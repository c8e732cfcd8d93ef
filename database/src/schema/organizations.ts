import type { OrganizationId } from '@shopwright/contract/ids';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt } from './columns.ts';

/** To whom stores, operations and events belong; limits are per organization. */
export const organizations = pgTable('organizations', {
  id: text('id').$type<OrganizationId>().primaryKey(),
  name: text('name').notNull(),
  /** Unique, for addresses. */
  slug: text('slug').notNull().unique(),
  createdAt: createdAt(),
});

export type OrganizationRow = typeof organizations.$inferSelect;
