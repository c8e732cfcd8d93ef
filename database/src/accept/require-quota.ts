import { AppError, type ErrorCode } from '@shopwright/contract/errors';
import type { OrganizationId } from '@shopwright/contract/ids';
import type { PlanId } from '@shopwright/contract/plans';
import { quotaResources, useOfPlan, type Quota, type QuotaResource } from '@shopwright/contract/quotas';
import type { Transaction } from '../connection.ts';
import { findQuota, quotaUse, secondsUntilCreate } from '../repositories/quotas.ts';

const codes = {
  stores: 'STORES_QUOTA_REACHED',
  cpuMillis: 'CPU_QUOTA_REACHED',
  memoryMib: 'MEMORY_QUOTA_REACHED',
  storageGib: 'STORAGE_QUOTA_REACHED',
  createsPerHour: 'CREATES_QUOTA_REACHED',
} as const satisfies Readonly<Record<QuotaResource, ErrorCode>>;

export interface WantedStore {
  organizationId: OrganizationId;
  plan: PlanId;
}

/**
 * Throws unless an organization may have one more store. The transaction holds the lock under which stores are counted and
 * inserted, so that what is counted is still true when the store is inserted. Throws a code of the resource that is used up.
 */
export async function requireQuota(tx: Transaction, wanted: WantedStore, defaultQuota: Quota): Promise<void> {
  const { organizationId, plan } = wanted;
  const { quota } = (await findQuota(tx, organizationId, defaultQuota)) ?? { quota: defaultQuota };
  const use = await quotaUse(tx, organizationId);
  const requested = useOfPlan(plan);
  for (const resource of quotaResources) {
    if (use[resource] + requested[resource] <= quota[resource]) continue;
    const params = { used: use[resource], limit: quota[resource], requested: requested[resource] };
    if (resource !== 'createsPerHour') throw new AppError(codes[resource], { params });
    const seconds = await secondsUntilCreate(tx, organizationId, quota.createsPerHour);
    throw new AppError(codes[resource], { params: { ...params, seconds } });
  }
}
