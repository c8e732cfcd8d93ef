import type { AccountId } from '@shopwright/contract/account-ids';
import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, moment } from '../columns.ts';
import { accounts } from './accounts.ts';

/** What a secret that works once is for: a link in a mail, a sign-in between its two factors, a visit to a provider. */
export type OneTimePurpose = 'sign-up' | 'password-reset' | 'two-factor' | 'provider';

export const oneTimeSecrets = pgTable(
  'one_time_secrets',
  {
    /** SHA-256 of the secret. */
    secretHash: text('secret_hash').primaryKey(),
    purpose: text('purpose').$type<OneTimePurpose>().notNull(),
    accountId: text('account_id')
      .$type<AccountId>()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    email: text('email'),
    /** Wrong guesses of what must come with it. */
    attempts: integer('attempts').notNull().default(0),
    data: jsonb('data').$type<Readonly<Record<string, string>>>().notNull().default({}),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    index('one_time_secrets_account').on(table.accountId, table.purpose),
    index('one_time_secrets_email').on(table.email, table.purpose),
    index('one_time_secrets_expiry').on(table.expiresAt),
  ],
);

export type OneTimeSecretRow = typeof oneTimeSecrets.$inferSelect;
