import type { Actor } from '@shopwright/contract/events';
import { defaultOrganizationId, randomBase32 } from '@shopwright/contract/ids';
import type { CreateStore } from '../accept/create-store.ts';

export const sampleActor: Actor = { kind: 'operator', id: 'operator', name: 'Operator' };

/** A create request that succeeds; change what the test is about. */
export function sampleCreate(change: Partial<CreateStore['store']> = {}): CreateStore {
  return {
    actor: sampleActor,
    source: { address: '127.0.0.1', userAgent: 'test', requestId: 'request-1' },
    store: {
      name: 'Tea & Co',
      slug: `tea-${randomBase32(8)}`,
      engineId: 'sample',
      plan: 'small',
      organizationId: defaultOrganizationId,
      adminUsername: 'owner',
      adminEmail: 'owner@example.com',
      currency: 'USD',
      country: 'US',
      ...change,
    },
    isSlugDerived: false,
    limits: { maxStores: 1000, maxStoresPerOrganization: 1000 },
  };
}
