import type { AccountId } from '@shopwright/contract/account-ids';
import { boolean, index, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, moment } from '../columns.ts';

/** A person. */
export const accounts = pgTable(
  'accounts',
  {
    id: text('id').$type<AccountId>().primaryKey(),
    /** In lower case. Proven by a link, a provider or the operator's own configuration before the row exists. */
    email: text('email').notNull().unique(),
    name: text('name').notNull(),
    /** Argon2id in PHC format; null where the account signs in through a provider only. */
    passwordHash: text('password_hash'),
    isOperator: boolean('is_operator').notNull().default(false),
    createdAt: createdAt(),
    lastSignInAt: moment('last_sign_in_at'),
    disabledAt: moment('disabled_at'),
  },
  (table) => [index('accounts_newest').on(table.createdAt.desc(), table.id.desc())],
);

export type AccountRow = typeof accounts.$inferSelect;
