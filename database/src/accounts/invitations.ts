import type { InvitationId } from '@shopwright/contract/account-ids';
import type { OrganizationId } from '@shopwright/contract/ids';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Executor, Transaction } from '../connection.ts';
import { accounts, invitations, organizations, type InvitationRow } from '../schema/index.ts';

export interface InvitationListing {
  invitation: InvitationRow;
  /** Name of the account. */
  invitedBy: string;
}

export interface ReceivedInvitationRow extends InvitationListing {
  organizationName: string;
}

const isOpen = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));

/** Takes back what is open for the same address first: only the newest link works. */
export async function insertInvitation(
  tx: Transaction,
  invitation: typeof invitations.$inferInsert & { createdAt: Date },
): Promise<InvitationRow> {
  await tx
    .update(invitations)
    .set({ revokedAt: invitation.createdAt })
    .where(
      and(eq(invitations.organizationId, invitation.organizationId), eq(invitations.email, invitation.email), isOpen),
    );
  const [row] = await tx.insert(invitations).values(invitation).returning();
  if (row === undefined) throw new Error('the insert of an invitation returned nothing');
  return row;
}

/** Not accepted and not taken back, expired ones included; the newest first. */
export async function listInvitations(
  db: Executor,
  organizationId: OrganizationId,
): Promise<readonly InvitationListing[]> {
  return db
    .select({ invitation: invitations, invitedBy: accounts.name })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.invitedBy))
    .where(and(eq(invitations.organizationId, organizationId), isOpen))
    .orderBy(desc(invitations.createdAt), desc(invitations.id));
}

/** The open, unexpired invitation of a secret. */
export async function findInvitation(
  db: Executor,
  secretHash: string,
  now: Date,
): Promise<ReceivedInvitationRow | undefined> {
  const [row] = await db
    .select({ invitation: invitations, invitedBy: accounts.name, organizationName: organizations.name })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.invitedBy))
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .where(and(eq(invitations.secretHash, secretHash), isOpen, gt(invitations.expiresAt, now)));
  return row;
}

/** Uses an invitation up; undefined where somebody else did, or it was taken back, at the same moment. */
export async function takeInvitation(tx: Transaction, id: InvitationId, now: Date): Promise<InvitationRow | undefined> {
  const [row] = await tx
    .update(invitations)
    .set({ acceptedAt: now })
    .where(and(eq(invitations.id, id), isOpen, gt(invitations.expiresAt, now)))
    .returning();
  return row;
}

/** Undefined where the organization has no such open invitation. */
export async function revokeInvitation(
  tx: Transaction,
  organizationId: OrganizationId,
  revoked: { id: InvitationId; at: Date },
): Promise<InvitationRow | undefined> {
  const [row] = await tx
    .update(invitations)
    .set({ revokedAt: revoked.at })
    .where(and(eq(invitations.id, revoked.id), eq(invitations.organizationId, organizationId), isOpen))
    .returning();
  return row;
}
