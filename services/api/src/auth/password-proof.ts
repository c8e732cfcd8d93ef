import { AppError } from '@shopwright/contract/errors';
import type { Database } from '@shopwright/database';
import { findAccount, findSession, type AccountRow } from '@shopwright/database/accounts';
import type { Person } from '../modules/caller.ts';
import type { Passwords } from './passwords.ts';
import type { Throttle } from './throttle.ts';

/** How long after a sign-in an account without a password need not sign in again. */
const recentMs = 10 * 60_000;

export interface PasswordProofOptions {
  db: Database;
  passwords: Passwords;
  throttle: Throttle;
}

export type PasswordProof = (person: Person, password: string | undefined) => Promise<AccountRow>;

/**
 * Makes sure that it is the person who asks for a change of what protects the account, and not somebody at the unlocked screen:
 * by the password, or, where there is none, by a recent sign-in. Throws PASSWORD_WRONG or RECENT_SIGN_IN_REQUIRED.
 */
export function createPasswordProof({ db, passwords, throttle }: PasswordProofOptions): PasswordProof {
  return async ({ accountId, sessionId, source }, password) => {
    const account = await findAccount(db, accountId);
    if (account === undefined) throw new AppError('UNAUTHENTICATED');
    if (account.passwordHash === null) {
      const session = await findSession(db, sessionId);
      const since = Date.now() - (session?.authenticatedAt.getTime() ?? 0);
      if (since > recentMs) throw new AppError('RECENT_SIGN_IN_REQUIRED');
      return account;
    }
    const guess = { target: account.email, address: source.address, isFamiliar: true };
    await throttle.take(guess);
    if (!(await passwords.verify(account.passwordHash, password ?? ''))) throw new AppError('PASSWORD_WRONG');
    await throttle.clear(guess);
    return account;
  };
}
