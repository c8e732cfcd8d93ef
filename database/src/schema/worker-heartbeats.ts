import { pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** Which workers live; a worker writes its row every few seconds. */
export const workerHeartbeats = pgTable('worker_heartbeats', {
  worker: text('worker').primaryKey(),
  startedAt: moment('started_at').notNull().defaultNow(),
  seenAt: moment('seen_at').notNull().defaultNow(),
});
