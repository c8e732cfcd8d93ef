import { newAccountId } from '@shopwright/contract/account-ids';
import { AppError } from '@shopwright/contract/errors';
import type { EventSource } from '@shopwright/contract/events';
import type { OrganizationId } from '@shopwright/contract/ids';
import type { NewEvent, Transaction } from '@shopwright/database';
import { insertAccount, type AccountRow } from '@shopwright/database/accounts';
import { actorOf } from './identities.ts';

export interface NewAccount {
  /** Proven to be the person's. */
  email: string;
  name: string;
  /** Null: signs in through a provider. */
  passwordHash: string | null;
  source: EventSource;
  /** Where it is audited. */
  organizationId: OrganizationId | null;
}

/** Makes an account. Throws LINK_INVALID where the address got one in the meantime. Its event is still to be appended. */
export async function makeAccount(
  tx: Transaction,
  account: Pick<NewAccount, 'email' | 'name' | 'passwordHash'>,
): Promise<AccountRow> {
  const { email, name, passwordHash } = account;
  const row = await insertAccount(tx, { id: newAccountId(), email, name, passwordHash });
  if (row === undefined) throw new AppError('LINK_INVALID');
  return row;
}

/** For the end of the transaction: whoever appends an event holds back others that do. */
export function accountCreated(account: AccountRow, where: Pick<NewAccount, 'source' | 'organizationId'>): NewEvent {
  const { source, organizationId } = where;
  return { type: 'account.created', actor: actorOf(account), source, organizationId, data: { accountId: account.id } };
}
