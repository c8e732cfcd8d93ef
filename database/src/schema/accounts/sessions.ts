import type { AccountId, SessionId } from '@shopwright/contract/account-ids';
import type { OrganizationId } from '@shopwright/contract/ids';
import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, moment } from '../columns.ts';
import { organizations } from '../organizations.ts';
import { accounts } from './accounts.ts';

/** A signed-in browser. The cookie holds a secret of which only the SHA-256 is kept; deleting the row ends the session at once. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').$type<SessionId>().primaryKey(),
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    secretHash: text('secret_hash').notNull().unique(),
    /** In which the account acts; null where it is in none. */
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .references(() => organizations.id),
    address: text('address').notNull(),
    userAgent: text('user_agent').notNull(),
    createdAt: createdAt(),
    /** When the person last proved who they are; kept when the secret is replaced. */
    authenticatedAt: moment('authenticated_at').notNull().defaultNow(),
    /** To the minute. */
    lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [index('sessions_account').on(table.accountId), index('sessions_expiry').on(table.expiresAt)],
);

export type SessionRow = typeof sessions.$inferSelect;
