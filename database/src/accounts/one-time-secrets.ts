import type { AccountId } from '@shopwright/contract/account-ids';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Executor, Transaction } from '../connection.ts';
import { oneTimeSecrets, type OneTimePurpose, type OneTimeSecretRow } from '../schema/index.ts';

export async function putOneTimeSecret(db: Executor, secret: typeof oneTimeSecrets.$inferInsert): Promise<void> {
  await db.insert(oneTimeSecrets).values(secret);
}

export interface OneTimeLookup {
  secretHash: string;
  purpose: OneTimePurpose;
  now: Date;
}

/** Takes a secret out: of two that try at once, one gets it. */
export async function takeOneTimeSecret(db: Executor, lookup: OneTimeLookup): Promise<OneTimeSecretRow | undefined> {
  const [row] = await db.delete(oneTimeSecrets).where(matching(lookup)).returning();
  return row;
}

export async function readOneTimeSecret(db: Executor, lookup: OneTimeLookup): Promise<OneTimeSecretRow | undefined> {
  const [row] = await db.select().from(oneTimeSecrets).where(matching(lookup));
  return row;
}

/** Counts one guess beforehand, so that guesses at the same moment are counted too; undefined where none is left. */
export async function countGuess(
  db: Executor,
  lookup: OneTimeLookup & { mostAttempts: number },
): Promise<OneTimeSecretRow | undefined> {
  const [row] = await db
    .update(oneTimeSecrets)
    .set({ attempts: sql`${oneTimeSecrets.attempts} + 1` })
    .where(and(matching(lookup), lt(oneTimeSecrets.attempts, lookup.mostAttempts)))
    .returning();
  return row;
}

/** What was sent to an account before stops working. */
export async function dropOneTimeSecrets(
  tx: Transaction,
  accountId: AccountId,
  purpose: OneTimePurpose,
): Promise<void> {
  await tx
    .delete(oneTimeSecrets)
    .where(and(eq(oneTimeSecrets.accountId, accountId), eq(oneTimeSecrets.purpose, purpose)));
}

/** The same for an address that has no account yet. */
export async function dropOneTimeSecretsOf(tx: Transaction, email: string, purpose: OneTimePurpose): Promise<void> {
  await tx.delete(oneTimeSecrets).where(and(eq(oneTimeSecrets.email, email), eq(oneTimeSecrets.purpose, purpose)));
}

function matching({ secretHash, purpose, now }: OneTimeLookup) {
  return and(
    eq(oneTimeSecrets.secretHash, secretHash),
    eq(oneTimeSecrets.purpose, purpose),
    gt(oneTimeSecrets.expiresAt, now),
  );
}
