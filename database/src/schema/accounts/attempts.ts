import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '../columns.ts';

/** Wrong guesses by what they came from or aimed at; shared by every process of the API. */
export const attempts = pgTable(
  'attempts',
  {
    /** Kind and digest: no address of a person is kept. */
    key: text('key').primaryKey(),
    failures: integer('failures').notNull(),
    lastAt: moment('last_at').notNull(),
    blockedUntil: moment('blocked_until').notNull(),
  },
  (table) => [index('attempts_age').on(table.lastAt)],
);
