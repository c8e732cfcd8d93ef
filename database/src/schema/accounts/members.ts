import type { AccountId } from '@shopwright/contract/account-ids';
import type { OrganizationId } from '@shopwright/contract/ids';
import type { OrganizationRole } from '@shopwright/contract/permissions';
import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from '../columns.ts';
import { organizations } from '../organizations.ts';
import { accounts } from './accounts.ts';

export const members = pgTable(
  'members',
  {
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organizations.id),
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    role: text('role').$type<OrganizationRole>().notNull(),
    joinedAt: moment('joined_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.accountId] }),
    index('members_account').on(table.accountId),
  ],
);

export type MemberRow = typeof members.$inferSelect;
