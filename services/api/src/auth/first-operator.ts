import { newAccountId, newTokenId } from '@shopwright/contract/account-ids';
import { systemActor } from '@shopwright/contract/events';
import { defaultOrganizationId } from '@shopwright/contract/ids';
import { appendEvents, type Database } from '@shopwright/database';
import {
  insertAccount,
  insertMember,
  insertToken,
  lockFirstOperator,
  lockOperators,
} from '@shopwright/database/accounts';
import type { Passwords } from './passwords.ts';
import { hashSecret, recognizablePart } from './secrets.ts';

export interface OperatorCredentials {
  email: string;
  /** Absent: it is chosen through a link by mail. */
  password?: string | undefined;
  /** Becomes an ordinary token, for automation. */
  token?: string | undefined;
}

/**
 * Makes the first operator of an installation, the owner of the default organization. Does nothing where there is an operator:
 * what became of that account is not undone by a restart. Returns whether one was made.
 */
export async function ensureFirstOperator(
  db: Database,
  passwords: Passwords,
  credentials: OperatorCredentials,
): Promise<boolean> {
  const email = credentials.email.toLowerCase();
  const { password } = credentials;
  const passwordHash = password === undefined ? null : await passwords.hash(password);
  return db.transaction(async (tx) => {
    await lockFirstOperator(tx);
    if ((await lockOperators(tx)).length > 0) return false;
    const account = await insertAccount(tx, {
      id: newAccountId(),
      email,
      name: 'Operator',
      passwordHash,
      isOperator: true,
    });
    // Somebody else's account is never raised to operator by configuration.
    if (account === undefined) return false;
    const organizationId = defaultOrganizationId;
    await insertMember(tx, { organizationId, accountId: account.id, role: 'owner' });
    if (credentials.token !== undefined) {
      await insertToken(tx, {
        id: newTokenId(),
        organizationId,
        accountId: account.id,
        name: 'First start',
        prefix: recognizablePart(credentials.token),
        secretHash: hashSecret(credentials.token),
        scope: 'platform',
      });
    }
    await appendEvents(tx, [
      { type: 'account.created', actor: systemActor, organizationId, data: { accountId: account.id, operator: true } },
    ]);
    return true;
  });
}
