import type { StoreId } from '@shopwright/contract/ids';
import { eq } from 'drizzle-orm';
import type { Executor } from '../connection.ts';
import { sealedSecrets, type SealedSecretRow } from '../schema/index.ts';

/** An encrypted text; only the process with the key of `keyId` can read it. */
export interface SealedText {
  keyId: string;
  nonce: Buffer;
  ciphertext: Buffer;
}

/** Keeps a sealed password for a store; a newer one replaces it. */
export async function putSealedSecret(db: Executor, storeId: StoreId, sealed: SealedText): Promise<void> {
  await db
    .insert(sealedSecrets)
    .values({ storeId, ...sealed })
    .onConflictDoUpdate({ target: sealedSecrets.storeId, set: sealed });
}

export async function findSealedSecret(db: Executor, storeId: StoreId): Promise<SealedSecretRow | undefined> {
  const [row] = await db.select().from(sealedSecrets).where(eq(sealedSecrets.storeId, storeId));
  return row;
}

/** Whether there was one to erase. */
export async function eraseSealedSecret(db: Executor, storeId: StoreId): Promise<boolean> {
  const rows = await db.delete(sealedSecrets).where(eq(sealedSecrets.storeId, storeId)).returning();
  return rows.length > 0;
}
