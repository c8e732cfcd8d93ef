import type { AccountId, TokenId } from '@shopwright/contract/account-ids';
import type { OrganizationId, StoreId } from '@shopwright/contract/ids';
import type { TokenScope } from '@shopwright/contract/permissions';
import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, moment } from '../columns.ts';
import { organizations } from '../organizations.ts';
import { stores } from '../stores.ts';
import { accounts } from './accounts.ts';

/** An API token. It reaches what its scope and the current role of its account in the organization both allow. */
export const tokens = pgTable(
  'tokens',
  {
    id: text('id').$type<TokenId>().primaryKey(),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organizations.id),
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** The first characters of the secret. */
    prefix: text('prefix').notNull(),
    /** SHA-256; the secret has 256 random bits, so that a slow hash adds nothing. */
    secretHash: text('secret_hash').notNull().unique(),
    scope: text('scope').$type<TokenScope>().notNull(),
    storeId: text('store_id')
      .$type<StoreId>()
      .references(() => stores.id),
    createdAt: createdAt(),
    expiresAt: moment('expires_at'),
    /** To the minute. */
    lastUsedAt: moment('last_used_at'),
    revokedAt: moment('revoked_at'),
  },
  (table) => [
    index('tokens_organization').on(table.organizationId, table.createdAt.desc()),
    index('tokens_account').on(table.accountId),
  ],
);

export type TokenRow = typeof tokens.$inferSelect;
