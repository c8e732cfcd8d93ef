import type { AccountId } from '@shopwright/contract/account-ids';
import { AppError } from '@shopwright/contract/errors';
import type { EventSource } from '@shopwright/contract/events';
import type { AcceptInvitationBody, ReceivedInvitation } from '@shopwright/contract/schemas/invitation';
import { appendEvents, type Database, type NewEvent, type Transaction } from '@shopwright/database';
import {
  findAccount,
  findAccountByEmail,
  findInvitation,
  insertMember,
  lockOrganization,
  roleOf,
  setSessionOrganization,
  takeInvitation,
  type AccountRow,
  type InvitationRow,
  type ReceivedInvitationRow,
} from '@shopwright/database/accounts';
import { actorOf } from '../../auth/identities.ts';
import { accountCreated, makeAccount } from '../../auth/new-account.ts';
import { requireStrongPassword } from '../../auth/password-strength.ts';
import type { Passwords } from '../../auth/passwords.ts';
import { hashSecret } from '../../auth/secrets.ts';
import type { IssuedSession, SessionKeeper } from '../../auth/session-keeper.ts';
import { InvalidRequest } from '../../http/invalid-request.ts';
import type { Person } from '../caller.ts';
import { isAtLeast } from './roles.ts';

export interface AcceptanceService {
  read(secret: string): Promise<ReceivedInvitation>;
  /** By somebody who is signed in: the session acts in the organization from now on. */
  acceptAs(person: Person, secret: string): Promise<void>;
  /** By somebody without an account: makes it and signs in. */
  acceptWithNewAccount(body: AcceptInvitationBody, source: EventSource): Promise<IssuedSession>;
}

export interface AcceptanceServiceOptions {
  db: Database;
  sessions: SessionKeeper;
  passwords: Passwords;
}

export function createAcceptanceService(options: AcceptanceServiceOptions): AcceptanceService {
  const { db, sessions, passwords } = options;
  const find = async (secret: string): Promise<ReceivedInvitationRow> => {
    const found = await findInvitation(db, hashSecret(secret), new Date());
    if (found === undefined) throw new AppError('INVITATION_INVALID');
    return found;
  };
  return {
    read: async (secret) => {
      const { invitation, invitedBy, organizationName } = await find(secret);
      return {
        organizationName,
        email: invitation.email,
        role: invitation.role,
        invitedBy,
        expiresAt: invitation.expiresAt.toISOString(),
        accountExists: (await findAccountByEmail(db, invitation.email)) !== undefined,
      };
    },
    acceptAs: async (person, secret) => {
      const { invitation } = await find(secret);
      const account = await findAccount(db, person.accountId);
      if (account?.email !== invitation.email) throw new AppError('INVITATION_FOR_ANOTHER');
      await db.transaction(async (tx) => {
        const accepted = await join(tx, { invitation, account, source: person.source });
        await setSessionOrganization(tx, person.sessionId, invitation.organizationId);
        await appendEvents(tx, [accepted]);
      });
    },
    acceptWithNewAccount: async ({ secret, newAccount }, source) => {
      const { invitation } = await find(secret);
      const { email, organizationId } = invitation;
      if ((await findAccountByEmail(db, email)) !== undefined) throw new AppError('INVITATION_NEEDS_SIGN_IN');
      if (newAccount === undefined) {
        throw new InvalidRequest('VALIDATION_FAILED', [{ pointer: '/newAccount', message: 'is needed' }]);
      }
      const { name, password } = newAccount;
      requireStrongPassword(password, [email, name]);
      const passwordHash = await passwords.hash(password);
      return db.transaction(async (tx) => {
        const account = await makeAccount(tx, { email, name, passwordHash });
        const accepted = await join(tx, { invitation, account, source });
        const session = await sessions.open(tx, { account, source, organizationId });
        await appendEvents(tx, [accountCreated(account, { source, organizationId }), accepted]);
        return session;
      });
    },
  };
}

interface Join {
  invitation: InvitationRow;
  account: AccountRow;
  source: EventSource;
}

/** Works once, and only while whoever invited could still give the role: being demoted takes open invitations along. */
async function join(tx: Transaction, { invitation, account, source }: Join): Promise<NewEvent> {
  const { organizationId, role, invitedBy } = invitation;
  await lockOrganization(tx, organizationId);
  if (!(await mayStillInvite(tx, invitation, invitedBy))) throw new AppError('INVITATION_INVALID');
  if ((await takeInvitation(tx, invitation.id, new Date())) === undefined) throw new AppError('INVITATION_INVALID');
  if (!(await insertMember(tx, { organizationId, accountId: account.id, role }))) throw new AppError('ALREADY_MEMBER');
  const data = { invitationId: invitation.id, accountId: account.id, role };
  return { type: 'invitation.accepted', actor: actorOf(account), source, organizationId, data };
}

async function mayStillInvite(tx: Transaction, invitation: InvitationRow, invitedBy: AccountId): Promise<boolean> {
  const inviter = await findAccount(tx, invitedBy);
  if (inviter === undefined || inviter.disabledAt !== null) return false;
  if (inviter.isOperator) return true;
  const role = await roleOf(tx, invitation.organizationId, invitedBy);
  return role !== undefined && isAtLeast(role, 'admin') && isAtLeast(role, invitation.role);
}
