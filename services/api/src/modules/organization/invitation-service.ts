import { newInvitationId, type InvitationId } from '@shopwright/contract/account-ids';
import { AppError } from '@shopwright/contract/errors';
import type { OrganizationRole } from '@shopwright/contract/permissions';
import type { InvitationView } from '@shopwright/contract/schemas/invitation';
import { appendEvents, type Database } from '@shopwright/database';
import {
  findAccountByEmail,
  findAccount,
  findOrganization,
  insertInvitation,
  listInvitations,
  lockOrganization,
  revokeInvitation,
  roleOf,
  type InvitationListing,
} from '@shopwright/database/accounts';
import { hashSecret, newSecret } from '../../auth/secrets.ts';
import { takeMail } from '../../auth/throttle.ts';
import type { Mailer } from '../../mail/mailer.ts';
import { invitationMail } from '../../mail/messages.ts';
import type { OrganizationCaller } from '../caller.ts';
import { isAtLeast } from './roles.ts';

export interface InvitationService {
  list(caller: OrganizationCaller): Promise<InvitationView[]>;
  /** Sends the link; an older one to the same address stops working. */
  invite(caller: OrganizationCaller, invited: { email: string; role: OrganizationRole }): Promise<InvitationView>;
  revoke(caller: OrganizationCaller, id: InvitationId): Promise<void>;
}

export interface InvitationServiceOptions {
  db: Database;
  mailer: Mailer;
  publicUrl: string;
}

const lifetimeMs = 7 * 24 * 60 * 60_000;

export function createInvitationService({ db, mailer, publicUrl }: InvitationServiceOptions): InvitationService {
  return {
    list: async ({ organizationId }) => (await listInvitations(db, organizationId)).map(invitationView),
    invite: async (caller, { email, role }) => {
      const { organizationId, accountId, actor, source } = caller;
      if (!(await takeMail(db, 'invitation', `${organizationId} ${email}`))) throw new AppError('RATE_LIMITED');
      const secret = newSecret();
      const created = await db.transaction(async (tx) => {
        await lockOrganization(tx, organizationId);
        const own = await roleOf(tx, organizationId, accountId);
        if (!caller.isOperator && (own === undefined || !isAtLeast(own, 'admin') || !isAtLeast(own, role))) {
          throw new AppError('ROLE_NOT_ALLOWED');
        }
        const existing = await findAccountByEmail(tx, email);
        if (existing !== undefined && (await roleOf(tx, organizationId, existing.id)) !== undefined) {
          throw new AppError('ALREADY_MEMBER');
        }
        const now = new Date();
        const invitation = await insertInvitation(tx, {
          id: newInvitationId(),
          organizationId,
          email,
          role,
          secretHash: hashSecret(secret),
          invitedBy: accountId,
          createdAt: now,
          expiresAt: new Date(now.getTime() + lifetimeMs),
        });
        const data = { invitationId: invitation.id, email, role };
        await appendEvents(tx, [{ type: 'invitation.created', actor, source, organizationId, data }]);
        return invitation;
      });
      const [inviter, organization] = await Promise.all([
        findAccount(db, accountId),
        findOrganization(db, organizationId, accountId),
      ]);
      const invitedBy = inviter?.name ?? actor.name;
      const organizationName = organization?.organization.name ?? '';
      mailer.send(invitationMail({ to: email, publicUrl, secret, organizationName, invitedBy, role }));
      return invitationView({ invitation: created, invitedBy });
    },
    revoke: ({ organizationId, actor, source }, id) =>
      db.transaction(async (tx) => {
        const revoked = await revokeInvitation(tx, organizationId, { id, at: new Date() });
        if (revoked === undefined) throw new AppError('INVITATION_NOT_FOUND');
        const data = { invitationId: id, email: revoked.email, role: revoked.role };
        await appendEvents(tx, [{ type: 'invitation.revoked', actor, source, organizationId, data }]);
      }),
  };
}

function invitationView({ invitation, invitedBy }: InvitationListing): InvitationView {
  return {
    id: invitation.id,
    email: invitation.email,
    role: invitation.role,
    invitedBy,
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
    isExpired: invitation.expiresAt.getTime() <= Date.now(),
  };
}
