import type { Actor } from '@shopwright/contract/events';
import { defaultOrganizationId, newOrganizationId, randomBase32, type OrganizationId } from '@shopwright/contract/ids';
import type { Quota } from '@shopwright/contract/quotas';
import type { Executor } from '../connection.ts';
import { organizations } from '../schema/index.ts';
import type { CreateStore } from '../accept/create-store.ts';

export const sampleActor: Actor = { kind: 'operator', id: 'operator', name: 'Operator' };

/** More than a test uses. */
export const generousQuota: Quota = {
  stores: 1000,
  cpuMillis: 100_000_000,
  memoryMib: 100_000_000,
  storageGib: 100_000_000,
  createsPerHour: 1000,
};

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
    limits: { maxStores: 1000, defaultQuota: generousQuota },
  };
}

/** One more organization. */
export async function insertSampleOrganization(db: Executor): Promise<OrganizationId> {
  const id = newOrganizationId();
  await db.insert(organizations).values({ id, name: `Organization ${id}`, slug: id });
  return id;
}
