import { newAccountId } from '@shopwright/contract/account-ids';
import { AppError } from '@shopwright/contract/errors';
import type { EventSource } from '@shopwright/contract/events';
import type { OrganizationId } from '@shopwright/contract/ids';
import { appendEvents, type Transaction } from '@shopwright/database';
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

/** Makes an account. Throws LINK_INVALID where the address got one in the meantime. */
export async function makeAccount(
  tx: Transaction,
  { source, organizationId, ...account }: NewAccount,
): Promise<AccountRow> {
  const row = await insertAccount(tx, { id: newAccountId(), ...account });
  if (row === undefined) throw new AppError('LINK_INVALID');
  const data = { accountId: row.id };
  await appendEvents(tx, [{ type: 'account.created', actor: actorOf(row), source, organizationId, data }]);
  return row;
}
