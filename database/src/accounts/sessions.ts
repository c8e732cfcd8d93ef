import type { AccountId, SessionId } from '@shopwright/contract/account-ids';
import type { OrganizationId } from '@shopwright/contract/ids';
import type { OrganizationRole } from '@shopwright/contract/permissions';
import { and, desc, eq, gt, isNull, lt, ne } from 'drizzle-orm';
import type { Executor, Transaction } from '../connection.ts';
import { accounts, members, sessions, type AccountRow, type SessionRow } from '../schema/index.ts';

export async function insertSession(tx: Transaction, session: typeof sessions.$inferInsert): Promise<SessionRow> {
  const [row] = await tx.insert(sessions).values(session).returning();
  if (row === undefined) throw new Error('the insert of a session returned nothing');
  return row;
}

export interface OpenSession {
  session: SessionRow;
  account: AccountRow;
  /** In the session's organization, as it is now. */
  role: OrganizationRole | null;
}

export interface SessionLookup {
  secretHash: string;
  /** Sessions that were not used since are over. */
  idleSince: Date;
  now: Date;
}

/** The session behind a cookie with its account and role; undefined where it is over or the account is disabled. */
export async function findOpenSession(db: Executor, lookup: SessionLookup): Promise<OpenSession | undefined> {
  const [row] = await db
    .select({ session: sessions, account: accounts, role: members.role })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .leftJoin(
      members,
      and(eq(members.organizationId, sessions.organizationId), eq(members.accountId, sessions.accountId)),
    )
    .where(
      and(
        eq(sessions.secretHash, lookup.secretHash),
        gt(sessions.expiresAt, lookup.now),
        gt(sessions.lastSeenAt, lookup.idleSince),
        isNull(accounts.disabledAt),
      ),
    );
  return row;
}

/** Notes that a session is used, where that was not noted since `notedBefore`. */
export async function touchSession(db: Executor, id: SessionId, seen: { at: Date; notedBefore: Date }): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: seen.at })
    .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, seen.notedBefore)));
}

/** Replaces what the cookie must hold; the old cookie is worthless at once. */
export async function replaceSessionSecret(
  tx: Transaction,
  id: SessionId,
  secretHash: string,
): Promise<SessionRow | undefined> {
  const [row] = await tx.update(sessions).set({ secretHash }).where(eq(sessions.id, id)).returning();
  return row;
}

export async function setSessionOrganization(
  db: Executor,
  id: SessionId,
  organizationId: OrganizationId | null,
): Promise<void> {
  await db.update(sessions).set({ organizationId }).where(eq(sessions.id, id));
}

/** Sessions of an account that left an organization act in none until the next one is chosen. */
export async function leaveInSessions(
  tx: Transaction,
  accountId: AccountId,
  organizationId: OrganizationId,
): Promise<void> {
  await tx
    .update(sessions)
    .set({ organizationId: null })
    .where(and(eq(sessions.accountId, accountId), eq(sessions.organizationId, organizationId)));
}

/** The open sessions of an account, the newest first. */
export async function listSessions(
  db: Executor,
  accountId: AccountId,
  open: { idleSince: Date; now: Date },
): Promise<readonly SessionRow[]> {
  return db
    .select()
    .from(sessions)
    .where(
      and(eq(sessions.accountId, accountId), gt(sessions.expiresAt, open.now), gt(sessions.lastSeenAt, open.idleSince)),
    )
    .orderBy(desc(sessions.createdAt), desc(sessions.id));
}

/** Ends a session of an account; false where it has no such session. */
export async function deleteSession(db: Executor, accountId: AccountId, id: SessionId): Promise<boolean> {
  const rows = await db
    .delete(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.accountId, accountId)))
    .returning({ id: sessions.id });
  return rows.length > 0;
}

/** Ends every session of an account, or every one but `except`. Returns how many. */
export async function deleteSessions(db: Executor, accountId: AccountId, except?: SessionId): Promise<number> {
  const rows = await db
    .delete(sessions)
    .where(and(eq(sessions.accountId, accountId), except === undefined ? undefined : ne(sessions.id, except)))
    .returning({ id: sessions.id });
  return rows.length;
}

/** Whether somebody signed in to the account of an address from there lately; answers as fast where there is no such account. */
export async function hasSessionFrom(db: Executor, from: { email: string; address: string }): Promise<boolean> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(eq(accounts.email, from.email), eq(sessions.address, from.address)))
    .limit(1);
  return rows.length > 0;
}

export async function findSession(db: Executor, id: SessionId): Promise<SessionRow | undefined> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, id));
  return row;
}
