import { defineSearchAttributeKey, type SearchAttributePair } from '@temporalio/common';
import { searchAttributeNames } from '@shopwright/contract/temporal';
import type { StorePhase } from '@shopwright/contract/phases';

const keys = {
  storeId: defineSearchAttributeKey(searchAttributeNames.storeId, 'KEYWORD'),
  storeOrganization: defineSearchAttributeKey(searchAttributeNames.storeOrganization, 'KEYWORD'),
  storePhase: defineSearchAttributeKey(searchAttributeNames.storePhase, 'KEYWORD'),
  storeOperation: defineSearchAttributeKey(searchAttributeNames.storeOperation, 'KEYWORD'),
  storeAttention: defineSearchAttributeKey(searchAttributeNames.storeAttention, 'BOOL'),
};

export interface StoreAttributes {
  storeId?: string;
  storeOrganization?: string;
  storePhase?: StorePhase;
  storeOperation?: string;
  /** Somebody should look: the last operation failed. */
  storeAttention?: boolean;
}

/** Attributes as Temporal takes them; only those that are given. */
export function attributePairs(attributes: StoreAttributes): SearchAttributePair[] {
  const pairs: SearchAttributePair[] = [];
  const { storeId, storeOrganization, storePhase, storeOperation, storeAttention } = attributes;
  if (storeId !== undefined) pairs.push({ key: keys.storeId, value: storeId });
  if (storeOrganization !== undefined) pairs.push({ key: keys.storeOrganization, value: storeOrganization });
  if (storePhase !== undefined) pairs.push({ key: keys.storePhase, value: storePhase });
  if (storeOperation !== undefined) pairs.push({ key: keys.storeOperation, value: storeOperation });
  if (storeAttention !== undefined) pairs.push({ key: keys.storeAttention, value: storeAttention });
  return pairs;
}
