import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** The engines of the workers, as they announced them; readers never name an engine. */
export const engines = pgTable('engines', {
  id: text('id').primaryKey(),
  displayName: text('display_name').notNull(),
  version: text('version').notNull(),
  adminPath: text('admin_path').notNull(),
  /** Which of a store's two names its owner signs in with. */
  adminLogin: text('admin_login').$type<'username' | 'email'>().notNull(),
  /** The lowest available one is the default. */
  preference: integer('preference').notNull(),
  available: boolean('available').notNull(),
  unavailableReason: text('unavailable_reason'),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});

export type EngineRow = typeof engines.$inferSelect;
