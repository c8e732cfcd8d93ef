import { keysOf } from './keys.ts';

/**
 * What one store may use. The engine divides it among its parts; the chart turns it into quota and limits. Installations by
 * hand take the same numbers from the presets in charts/store-common/plans.
 */
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

export type PlanId = 'small' | 'medium' | 'large';

export const plans: Readonly<Record<PlanId, Plan>> = {
  small: {
    id: 'small',
    displayName: 'Small',
    cpuMillis: 4000,
    memoryMib: 2048,
    databaseStorageGib: 1,
    filesStorageGib: 2,
  },
  medium: {
    id: 'medium',
    displayName: 'Medium',
    cpuMillis: 8000,
    memoryMib: 4096,
    databaseStorageGib: 5,
    filesStorageGib: 10,
  },
  large: {
    id: 'large',
    displayName: 'Large',
    cpuMillis: 16_000,
    memoryMib: 8192,
    databaseStorageGib: 20,
    filesStorageGib: 50,
  },
};

export const planIds = keysOf(plans);

export const defaultPlanId: PlanId = 'small';
