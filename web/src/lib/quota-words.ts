import type { PlanId } from '@shopwright/contract/plans';
import { type QuotaResource, quotaResources, useOfPlan } from '@shopwright/contract/quotas';
import type { QuotaUseView } from '@shopwright/contract/schemas/quota';
import { formatCores, formatMemory, plural } from './format.ts';

/** What people call what a quota limits, and its amounts. */
export const quotaWords: Readonly<Record<QuotaResource, QuotaWords>> = {
  stores: { label: 'Stores', format: (count) => plural(count, 'store'), formatUsed: formatCount },
  cpuMillis: { label: 'CPU', format: (millis) => `${formatCores(millis)} CPUs`, formatUsed: formatCores },
  memoryMib: { label: 'Memory', format: formatMemory },
  storageGib: { label: 'Disk', format: (gibibytes) => `${formatCount(gibibytes)} GiB`, formatUsed: formatCount },
  createsPerHour: {
    label: 'Creations within an hour',
    format: (count) => plural(count, 'creation'),
    formatUsed: formatCount,
  },
};

interface QuotaWords {
  label: string;
  format: (amount: number) => string;
  /** Beside a limit that says the unit. */
  formatUsed?: (amount: number) => string;
}

function formatCount(count: number): string {
  return count.toLocaleString();
}

/** What of the quota is left; never below zero, a quota may have been lowered. */
export function quotaLeft(use: QuotaUseView, resource: QuotaResource): number {
  return Math.max(0, use[resource].limit - use[resource].used);
}

/** The first thing of which too little is left for one more store of a plan, by the numbers that the API checks with. */
export function lackingFor(plan: PlanId, use: QuotaUseView): QuotaResource | undefined {
  const needed = useOfPlan(plan);
  return quotaResources.find((resource) => needed[resource] > quotaLeft(use, resource));
}
