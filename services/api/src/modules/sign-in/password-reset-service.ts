import { AppError } from '@shopwright/contract/errors';
import type { EventSource } from '@shopwright/contract/events';
import { appendEvents, type Database } from '@shopwright/database';
import {
  deleteSessions,
  dropOneTimeSecrets,
  findAccount,
  findAccountByEmail,
  putOneTimeSecret,
  readOneTimeSecret,
  takeOneTimeSecret,
  updateAccount,
} from '@shopwright/database/accounts';
import { actorOf } from '../../auth/identities.ts';
import { requireStrongPassword } from '../../auth/password-strength.ts';
import type { Passwords } from '../../auth/passwords.ts';
import { hashSecret, newSecret } from '../../auth/secrets.ts';
import { takeMail } from '../../auth/throttle.ts';
import type { Background } from '../../http/background.ts';
import type { Mailer } from '../../mail/mailer.ts';
import { passwordChangedMail, passwordResetMail } from '../../mail/messages.ts';

export interface PasswordResetService {
  /** Sends a link where the address has an account. Says the same and takes as long where it has none. */
  request(email: string): void;
  /** Ends every session. The second factor stays: mail alone is not enough to get past it. */
  complete(reset: { secret: string; password: string }, source: EventSource): Promise<void>;
}

export interface PasswordResetOptions {
  db: Database;
  passwords: Passwords;
  mailer: Mailer;
  background: Background;
  publicUrl: string;
}

const lifetimeMs = 60 * 60_000;

export function createPasswordResetService(options: PasswordResetOptions): PasswordResetService {
  const { db, passwords, mailer, background, publicUrl } = options;

  const sendLink = async (email: string): Promise<void> => {
    if (!(await takeMail(db, 'password-reset', email))) return;
    const account = await findAccountByEmail(db, email);
    if (account === undefined || account.disabledAt !== null) return;
    const secret = newSecret();
    await db.transaction(async (tx) => {
      await dropOneTimeSecrets(tx, account.id, 'password-reset');
      const expiresAt = new Date(Date.now() + lifetimeMs);
      const secretHash = hashSecret(secret);
      await putOneTimeSecret(tx, { secretHash, purpose: 'password-reset', accountId: account.id, expiresAt });
    });
    mailer.send(passwordResetMail({ to: email, publicUrl, secret }));
  };

  return {
    request: (email) => background.run('password reset', () => sendLink(email)),
    complete: async ({ secret, password }, source) => {
      const lookup = { secretHash: hashSecret(secret), purpose: 'password-reset' as const, now: new Date() };
      const found = await readOneTimeSecret(db, lookup);
      const account = found?.accountId ? await findAccount(db, found.accountId) : undefined;
      if (account === undefined || account.disabledAt !== null) throw new AppError('LINK_INVALID');
      requireStrongPassword(password, [account.email, account.name]);
      const passwordHash = await passwords.hash(password);
      await db.transaction(async (tx) => {
        if ((await takeOneTimeSecret(tx, lookup)) === undefined) throw new AppError('LINK_INVALID');
        await updateAccount(tx, account.id, { passwordHash });
        await deleteSessions(tx, account.id);
        await dropOneTimeSecrets(tx, account.id, 'two-factor');
        const actor = actorOf(account);
        await appendEvents(tx, [{ type: 'account.password-reset', actor, source, organizationId: null }]);
      });
      mailer.send(passwordChangedMail(account.email));
    },
  };
}
