import type { StoreId } from '@shopwright/contract/ids';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, createdAt } from './columns.ts';
import { stores } from './stores.ts';

/** An admin password that a person chose, encrypted, until it is a Secret of the store's namespace. */
export const sealedSecrets = pgTable('sealed_secrets', {
  storeId: text('store_id')
    .$type<StoreId>()
    .primaryKey()
    .references(() => stores.id),
  keyId: text('key_id').notNull(),
  nonce: bytes('nonce').notNull(),
  /** With its authentication tag at the end. */
  ciphertext: bytes('ciphertext').notNull(),
  createdAt: createdAt(),
});

export type SealedSecretRow = typeof sealedSecrets.$inferSelect;
