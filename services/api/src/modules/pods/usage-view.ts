import type { V1ResourceQuota } from '@kubernetes/client-node';
import type { StoreUsage } from '@shopwright/contract/schemas/pods';
import { readQuantity } from './quantity.ts';

const mebibyte = 1024 ** 2;
const gibibyte = 1024 ** 3;

/** What is reserved of a quota; null where the quota has no status yet. */
export function usageView(quota: V1ResourceQuota | undefined): StoreUsage | null {
  const status = quota?.status;
  if (status?.hard === undefined || status.used === undefined) return null;
  const { hard, used } = status;
  const reserved = (name: string, factor: number): StoreUsage['pods'] => ({
    used: rounded(readQuantity(used[name] ?? '0') * factor),
    limit: rounded(readQuantity(hard[name] ?? '0') * factor),
  });
  return {
    cpuMillis: reserved('limits.cpu', 1000),
    memoryMib: reserved('limits.memory', 1 / mebibyte),
    storageGib: reserved('requests.storage', 1 / gibibyte),
    pods: reserved('pods', 1),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
