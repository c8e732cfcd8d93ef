import type { AccountId } from '@shopwright/contract/account-ids';
import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, createdAt, moment } from '../columns.ts';
import { accounts } from './accounts.ts';

/** The shared secret of an authenticator app, sealed. Not asked for before it is confirmed. */
export const twoFactors = pgTable('two_factors', {
  accountId: text('account_id')
    .$type<AccountId>()
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  keyId: text('key_id').notNull(),
  nonce: bytes('nonce').notNull(),
  /** With its authentication tag at the end. */
  ciphertext: bytes('ciphertext').notNull(),
  createdAt: createdAt(),
  confirmedAt: moment('confirmed_at'),
  /** Time step of the newest code that was accepted; a code is accepted once. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
});

export type TwoFactorRow = typeof twoFactors.$inferSelect;

/** Codes on paper instead of the app; each is deleted by its use. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** SHA-256; the codes are random, so that a slow hash adds nothing. */
    codeHash: text('code_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.codeHash] })],
);
