import { plans } from '@shopwright/contract/plans';
import type { StoreSpec } from '../engines/engine.ts';

/** What an engine is told of a store. */
export const sampleSpec: StoreSpec = {
  storeId: 'st-abcdefgh23',
  operationId: 'op-abcdefgh23456723',
  displayName: 'Tea',
  slug: 'tea',
  host: 'tea.localhost',
  publicUrl: 'http://tea.localhost:8081',
  adminUsername: 'owner',
  adminEmail: 'owner@example.com',
  currency: 'EUR',
  country: 'DE',
  plan: plans.small,
};
