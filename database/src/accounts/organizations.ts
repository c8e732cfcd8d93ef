import type { AccountId } from '@shopwright/contract/account-ids';
import type { OrganizationId } from '@shopwright/contract/ids';
import type { OrganizationRole } from '@shopwright/contract/permissions';
import { and, count, desc, eq, ilike, sql, type SQL } from 'drizzle-orm';
import type { Executor, Transaction } from '../connection.ts';
import { members, organizations, type OrganizationRow } from '../schema/index.ts';

export async function insertOrganization(
  tx: Transaction,
  organization: typeof organizations.$inferInsert,
): Promise<OrganizationRow> {
  const [row] = await tx.insert(organizations).values(organization).returning();
  if (row === undefined) throw new Error('the insert of an organization returned nothing');
  return row;
}

export async function renameOrganization(db: Executor, id: OrganizationId, name: string): Promise<string | undefined> {
  const [row] = await db.update(organizations).set({ name }).where(eq(organizations.id, id)).returning();
  return row?.name;
}

/** Keeps the members of an organization as they are until the transaction ends; false where there is no such organization. */
export async function lockOrganization(tx: Transaction, id: OrganizationId): Promise<boolean> {
  const rows = await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, id))
    .for('no key update');
  return rows.length > 0;
}

export interface OrganizationListing {
  organization: OrganizationRow;
  /** Of the account that asks. */
  role: OrganizationRole | null;
  members: number;
}

export interface OrganizationPage {
  /** Whose roles are told. */
  accountId: AccountId;
  /** Also those in which the account is no member. */
  all: boolean;
  search?: string;
  after?: { createdAt: Date; id: OrganizationId };
  limit: number;
}

/** Organizations with the role of an account in each, the newest first. */
export async function listOrganizations(db: Executor, page: OrganizationPage): Promise<readonly OrganizationListing[]> {
  const { after, search } = page;
  const pattern = `%${(search ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return organizationsSeenBy(
    db,
    page.accountId,
    and(
      page.all ? undefined : sql`${members.role} is not null`,
      search === undefined ? undefined : ilike(organizations.name, pattern),
      after && sql`(${organizations.createdAt}, ${organizations.id}) < (${after.createdAt.toISOString()}, ${after.id})`,
    ),
  ).limit(page.limit);
}

export async function findOrganization(
  db: Executor,
  id: OrganizationId,
  accountId: AccountId,
): Promise<OrganizationListing | undefined> {
  const [row] = await organizationsSeenBy(db, accountId, eq(organizations.id, id));
  return row;
}

function organizationsSeenBy(db: Executor, accountId: AccountId, condition: SQL | undefined) {
  const sizes = db
    .select({ organizationId: members.organizationId, members: count().as('members') })
    .from(members)
    .groupBy(members.organizationId)
    .as('sizes');
  return db
    .select({
      organization: organizations,
      role: members.role,
      members: sql<number>`coalesce(${sizes.members}, 0)::int`,
    })
    .from(organizations)
    .leftJoin(members, and(eq(members.organizationId, organizations.id), eq(members.accountId, accountId)))
    .leftJoin(sizes, eq(sizes.organizationId, organizations.id))
    .where(condition)
    .orderBy(desc(organizations.createdAt), desc(organizations.id));
}
