import type { AccountId } from '@shopwright/contract/account-ids';
import { and, eq } from 'drizzle-orm';
import type { Executor } from '../connection.ts';
import { accounts, providerIdentities, type AccountRow } from '../schema/index.ts';

export interface ProviderSubject {
  issuer: string;
  subject: string;
}

/** The account that signed in through a provider before. */
export async function findAccountOfProvider(
  db: Executor,
  { issuer, subject }: ProviderSubject,
): Promise<AccountRow | undefined> {
  const [row] = await db
    .select({ account: accounts })
    .from(providerIdentities)
    .innerJoin(accounts, eq(accounts.id, providerIdentities.accountId))
    .where(and(eq(providerIdentities.issuer, issuer), eq(providerIdentities.subject, subject)));
  return row?.account;
}

export async function linkProvider(db: Executor, identity: ProviderSubject, accountId: AccountId): Promise<void> {
  await db
    .insert(providerIdentities)
    .values({ ...identity, accountId })
    .onConflictDoNothing();
}
