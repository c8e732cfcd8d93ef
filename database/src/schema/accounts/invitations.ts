import type { AccountId, InvitationId } from '@shopwright/contract/account-ids';
import type { OrganizationId } from '@shopwright/contract/ids';
import type { OrganizationRole } from '@shopwright/contract/permissions';
import { sql } from 'drizzle-orm';
import { pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, moment } from '../columns.ts';
import { organizations } from '../organizations.ts';
import { accounts } from './accounts.ts';

export const invitations = pgTable(
  'invitations',
  {
    id: text('id').$type<InvitationId>().primaryKey(),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organizations.id),
    email: text('email').notNull(),
    role: text('role').$type<OrganizationRole>().notNull(),
    /** SHA-256 of the secret in the link. */
    secretHash: text('secret_hash').notNull().unique(),
    invitedBy: text('invited_by')
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    revokedAt: moment('revoked_at'),
  },
  (table) => [
    // A new invitation to the same address takes the place of the old one.
    uniqueIndex('invitations_open')
      .on(table.organizationId, table.email)
      .where(sql`${table.acceptedAt} is null and ${table.revokedAt} is null`),
  ],
);

export type InvitationRow = typeof invitations.$inferSelect;
