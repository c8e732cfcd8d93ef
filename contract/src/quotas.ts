import { keysOf } from './keys.ts';
import { plans, type PlanId } from './plans.ts';

/** What all stores of an organization may use together; a store uses what its plan says, from the request to the deletion. */
export interface Quota {
  stores: number;
  /** In thousandths of a CPU. */
  cpuMillis: number;
  memoryMib: number;
  /** Databases and files together. */
  storageGib: number;
  /** Creations asked for within any hour, whatever became of them. */
  createsPerHour: number;
}

export type QuotaResource = keyof Quota;

/** What one more store of each plan adds. */
export function useOfPlan(plan: PlanId): Quota {
  const { cpuMillis, memoryMib, databaseStorageGib, filesStorageGib } = plans[plan];
  return { stores: 1, cpuMillis, memoryMib, storageGib: databaseStorageGib + filesStorageGib, createsPerHour: 1 };
}

const resources: Readonly<Record<QuotaResource, true>> = {
  stores: true,
  cpuMillis: true,
  memoryMib: true,
  storageGib: true,
  createsPerHour: true,
};

/** In the order in which they are checked and shown. */
export const quotaResources = keysOf(resources);
