import { AppError } from '@shopwright/contract/errors';
import type { OrganizationId } from '@shopwright/contract/ids';
import type { Quota } from '@shopwright/contract/quotas';
import type { LimitsView, OrganizationQuotaView, QuotaUseView } from '@shopwright/contract/schemas/quota';
import {
  countLiveStores,
  findQuota,
  quotaUse,
  setQuota,
  type Database,
  type OrganizationQuota,
  type SetQuota,
  type StoreLimits,
} from '@shopwright/database';
import type { Identity } from '../../auth/identity.ts';

export type QuotaService = ReturnType<typeof createQuotaService>;

/** What organizations may use and what they use. */
export function createQuotaService({ db, limits }: { db: Database; limits: StoreLimits }) {
  const read = async (id: OrganizationId): Promise<{ quota: OrganizationQuota; use: QuotaUseView }> => {
    const [quota, used] = await Promise.all([findQuota(db, id, limits.defaultQuota), quotaUse(db, id)]);
    if (quota === undefined) throw new AppError('ORGANIZATION_NOT_FOUND', { params: { organizationId: id } });
    return { quota, use: useView(used, quota.quota) };
  };

  const get = async (id: OrganizationId): Promise<OrganizationQuotaView> => {
    const { quota, use } = await read(id);
    return { organizationId: id, ...quota, use };
  };

  return {
    /** Throws ORGANIZATION_NOT_FOUND. */
    get,

    /** Throws ORGANIZATION_NOT_FOUND, PRECONDITION_FAILED. */
    set: async (change: Omit<SetQuota, 'defaultQuota'>): Promise<OrganizationQuotaView> => {
      await setQuota(db, { ...change, defaultQuota: limits.defaultQuota });
      return get(change.organizationId);
    },

    /** What the caller's organization uses and may use. Throws FORBIDDEN for somebody who is in none. */
    limitsFor: async ({ organizationId, isOperator }: Identity): Promise<LimitsView> => {
      if (organizationId === null) throw new AppError('FORBIDDEN');
      const [{ use }, all] = await Promise.all([read(organizationId), isOperator ? countLiveStores(db) : undefined]);
      const platform = all === undefined ? null : { stores: { used: all, limit: limits.maxStores } };
      return { organizationId, ...use, platform };
    },
  };
}

function useView(used: Quota, limit: Quota): QuotaUseView {
  return {
    stores: { used: used.stores, limit: limit.stores },
    cpuMillis: { used: used.cpuMillis, limit: limit.cpuMillis },
    memoryMib: { used: used.memoryMib, limit: limit.memoryMib },
    storageGib: { used: used.storageGib, limit: limit.storageGib },
    createsPerHour: { used: used.createsPerHour, limit: limit.createsPerHour },
  };
}
