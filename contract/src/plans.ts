import { keysOf } from './keys.ts';

/** What one store may use. The engine divides it among its parts; the chart turns it into quota and limits. */
export interface Plan {
  id: PlanId;
  displayName: string;
  /** Limit of all pods together, in thousandths of a CPU. */
  cpuMillis: number;
  /** Limit of all pods together. */
  memoryMib: number;
  databaseStorageGib: number;
  filesStorageGib: number;
}

export type PlanId = 'starter' | 'business';

export const plans: Readonly<Record<PlanId, Plan>> = {
  starter: {
    id: 'starter',
    displayName: 'Starter',
    cpuMillis: 4000,
    memoryMib: 2048,
    databaseStorageGib: 1,
    filesStorageGib: 2,
  },
  business: {
    id: 'business',
    displayName: 'Business',
    cpuMillis: 8000,
    memoryMib: 4096,
    databaseStorageGib: 5,
    filesStorageGib: 10,
  },
};

export const planIds = keysOf(plans);

export const defaultPlanId: PlanId = 'starter';
