import type { AccountId } from '@shopwright/contract/account-ids';
import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Executor, Transaction } from '../connection.ts';
import { recoveryCodes, twoFactors, type TwoFactorRow } from '../schema/index.ts';

export async function findTwoFactor(db: Executor, accountId: AccountId): Promise<TwoFactorRow | undefined> {
  const [row] = await db.select().from(twoFactors).where(eq(twoFactors.accountId, accountId));
  return row;
}

export async function isTwoFactorOn(db: Executor, accountId: AccountId): Promise<boolean> {
  const row = await findTwoFactor(db, accountId);
  return row !== undefined && row.confirmedAt !== null;
}

type Sealed = Pick<TwoFactorRow, 'keyId' | 'nonce' | 'ciphertext'>;

/** Begins or begins again; false where a confirmed one is in place. */
export async function putTwoFactor(db: Executor, accountId: AccountId, sealed: Sealed): Promise<boolean> {
  const rows = await db
    .insert(twoFactors)
    .values({ accountId, ...sealed })
    .onConflictDoUpdate({
      target: twoFactors.accountId,
      set: { ...sealed, lastStep: 0 },
      setWhere: isNull(twoFactors.confirmedAt),
    })
    .returning({ accountId: twoFactors.accountId });
  return rows.length > 0;
}

/** Accepts a code's time step once; false where that one or a later one was accepted before. */
export async function acceptStep(db: Executor, accountId: AccountId, step: number): Promise<boolean> {
  const rows = await db
    .update(twoFactors)
    .set({ lastStep: step })
    .where(and(eq(twoFactors.accountId, accountId), lt(twoFactors.lastStep, step), isNotNull(twoFactors.confirmedAt)))
    .returning({ accountId: twoFactors.accountId });
  return rows.length > 0;
}

/** Turns it on with the step of the first code; false where it is on already. */
export async function confirmTwoFactor(
  tx: Transaction,
  accountId: AccountId,
  confirmed: { at: Date; step: number },
): Promise<boolean> {
  const rows = await tx
    .update(twoFactors)
    .set({ confirmedAt: confirmed.at, lastStep: confirmed.step })
    .where(and(eq(twoFactors.accountId, accountId), isNull(twoFactors.confirmedAt)))
    .returning({ accountId: twoFactors.accountId });
  return rows.length > 0;
}

/** False where there was none that was on. */
export async function deleteTwoFactor(tx: Transaction, accountId: AccountId): Promise<boolean> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  const rows = await tx.delete(twoFactors).where(eq(twoFactors.accountId, accountId)).returning();
  return rows.some((row) => row.confirmedAt !== null);
}

export async function replaceRecoveryCodes(
  tx: Transaction,
  accountId: AccountId,
  codeHashes: readonly string[],
): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  await tx.insert(recoveryCodes).values(codeHashes.map((codeHash) => ({ accountId, codeHash })));
}

/** Uses a recovery code up; false where the account has no such code. */
export async function takeRecoveryCode(db: Executor, accountId: AccountId, codeHash: string): Promise<boolean> {
  const rows = await db
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.accountId, accountId), eq(recoveryCodes.codeHash, codeHash)))
    .returning({ accountId: recoveryCodes.accountId });
  return rows.length > 0;
}
