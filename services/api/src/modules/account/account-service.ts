import type { SessionId } from '@shopwright/contract/account-ids';
import { AppError } from '@shopwright/contract/errors';
import type { AccountSessionView, AccountView } from '@shopwright/contract/schemas/account';
import { appendEvents, recordEvent, type Database } from '@shopwright/database';
import {
  deleteSession,
  deleteSessions,
  isTwoFactorOn,
  listSessions,
  updateAccount,
  type SessionRow,
} from '@shopwright/database/accounts';
import type { PasswordProof } from '../../auth/password-proof.ts';
import { requireStrongPassword } from '../../auth/password-strength.ts';
import type { Passwords } from '../../auth/passwords.ts';
import type { IssuedSession, SessionKeeper } from '../../auth/session-keeper.ts';
import type { Mailer } from '../../mail/mailer.ts';
import { passwordChangedMail } from '../../mail/messages.ts';
import type { Person } from '../caller.ts';
import { accountView } from './account-view.ts';

export interface AccountService {
  rename(person: Person, name: string): Promise<AccountView>;
  /** Ends every other session; the own one goes on under a new secret. */
  changePassword(person: Person, change: { current: string | undefined; next: string }): Promise<IssuedSession>;
  sessions(person: Person): Promise<AccountSessionView[]>;
  revokeSession(person: Person, id: SessionId): Promise<void>;
  revokeOtherSessions(person: Person): Promise<void>;
}

export interface AccountServiceOptions {
  db: Database;
  sessions: SessionKeeper;
  proof: PasswordProof;
  passwords: Passwords;
  mailer: Mailer;
}

export function createAccountService(options: AccountServiceOptions): AccountService {
  const { db, sessions, proof, passwords, mailer } = options;
  const revoked = async ({ actor, source, organizationId }: Person, ended: number): Promise<void> => {
    await recordEvent(db, { type: 'session.revoked', actor, source, organizationId, data: { sessions: ended } });
  };
  return {
    rename: async ({ accountId }, name) => {
      const account = await updateAccount(db, accountId, { name });
      if (account === undefined) throw new AppError('UNAUTHENTICATED');
      return accountView(account, await isTwoFactorOn(db, accountId));
    },
    changePassword: async (person, { current, next }) => {
      const account = await proof(person, current);
      requireStrongPassword(next, [account.email, account.name]);
      const passwordHash = await passwords.hash(next);
      const { accountId, sessionId, actor, source, organizationId } = person;
      const issued = await db.transaction(async (tx) => {
        await updateAccount(tx, accountId, { passwordHash });
        await deleteSessions(tx, accountId, sessionId);
        const session = await sessions.rotate(tx, sessionId);
        await appendEvents(tx, [{ type: 'account.password-changed', actor, source, organizationId }]);
        return session;
      });
      mailer.send(passwordChangedMail(account.email));
      return issued;
    },
    sessions: async ({ accountId, sessionId }) => {
      const now = new Date();
      const rows = await listSessions(db, accountId, { idleSince: sessions.idleSince(now), now });
      return rows.map((row) => sessionRowView(row, sessionId));
    },
    revokeSession: async (person, id) => {
      if (!(await deleteSession(db, person.accountId, id))) throw new AppError('SESSION_NOT_FOUND');
      await revoked(person, 1);
    },
    revokeOtherSessions: async (person) => {
      await revoked(person, await deleteSessions(db, person.accountId, person.sessionId));
    },
  };
}

function sessionRowView(row: SessionRow, current: SessionId): AccountSessionView {
  return {
    id: row.id,
    isCurrent: row.id === current,
    address: row.address,
    userAgent: row.userAgent,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}
