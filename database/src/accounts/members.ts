import type { AccountId } from '@shopwright/contract/account-ids';
import type { OrganizationId } from '@shopwright/contract/ids';
import type { OrganizationRole } from '@shopwright/contract/permissions';
import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Executor, Transaction } from '../connection.ts';
import { accounts, members, twoFactors } from '../schema/index.ts';
import { leaveInSessions } from './sessions.ts';
import { revokeTokensOf } from './tokens.ts';

export interface MemberListing {
  accountId: AccountId;
  name: string;
  email: string;
  role: OrganizationRole;
  twoFactorEnabled: boolean;
  joinedAt: Date;
}

/** The members of an organization, those who joined first at the top. */
export async function listMembers(db: Executor, organizationId: OrganizationId): Promise<readonly MemberListing[]> {
  return db
    .select({
      accountId: members.accountId,
      name: accounts.name,
      email: accounts.email,
      role: members.role,
      twoFactorEnabled: sql<boolean>`${twoFactors.confirmedAt} is not null`,
      joinedAt: members.joinedAt,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(twoFactors, eq(twoFactors.accountId, members.accountId))
    .where(eq(members.organizationId, organizationId))
    .orderBy(asc(members.joinedAt), asc(members.accountId));
}

export async function roleOf(
  db: Executor,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<OrganizationRole | undefined> {
  const [row] = await db.select({ role: members.role }).from(members).where(member(organizationId, accountId));
  return row?.role;
}

/** False where the account is a member already. */
export async function insertMember(tx: Transaction, row: typeof members.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(members).values(row).onConflictDoNothing().returning({ role: members.role });
  return rows.length > 0;
}

export async function setRole(
  tx: Transaction,
  organizationId: OrganizationId,
  accountId: AccountId,
  role: OrganizationRole,
): Promise<void> {
  await tx.update(members).set({ role }).where(member(organizationId, accountId));
}

/** Also revokes the tokens of the account there and ends its acting there. */
export async function deleteMember(
  tx: Transaction,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<void> {
  await tx.delete(members).where(member(organizationId, accountId));
  await revokeTokensOf(tx, { organizationId, accountId });
  await leaveInSessions(tx, accountId, organizationId);
}

export async function countOwners(tx: Transaction, organizationId: OrganizationId): Promise<number> {
  const [row] = await tx
    .select({ owners: count() })
    .from(members)
    .where(and(eq(members.organizationId, organizationId), eq(members.role, 'owner')));
  return row?.owners ?? 0;
}

/** How many organizations an account owns. */
export async function countOwned(db: Executor, accountId: AccountId): Promise<number> {
  const [row] = await db
    .select({ owned: count() })
    .from(members)
    .where(and(eq(members.accountId, accountId), eq(members.role, 'owner')));
  return row?.owned ?? 0;
}

function member(organizationId: OrganizationId, accountId: AccountId) {
  return and(eq(members.organizationId, organizationId), eq(members.accountId, accountId));
}

/** The organization that an account joined first; undefined where it is in none. */
export async function firstOrganizationOf(db: Executor, accountId: AccountId): Promise<OrganizationId | undefined> {
  const [row] = await db
    .select({ organizationId: members.organizationId })
    .from(members)
    .where(eq(members.accountId, accountId))
    .orderBy(asc(members.joinedAt), asc(members.organizationId))
    .limit(1);
  return row?.organizationId;
}
