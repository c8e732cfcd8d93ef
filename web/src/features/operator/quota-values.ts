import type { Quota } from '@shopwright/contract/quotas';

/** What is typed: CPUs and GiB instead of thousandths and MiB. */
export type QuotaValues = Readonly<Record<keyof Quota, string>>;

const unitsOf: Readonly<Record<keyof Quota, number>> = {
  stores: 1,
  cpuMillis: 1000,
  memoryMib: 1024,
  storageGib: 1,
  createsPerHour: 1,
};

export function valuesOfQuota(quota: Quota): QuotaValues {
  return mapQuota((resource) => String(quota[resource] / unitsOf[resource]));
}

/** The numbers of a quota; NaN, which no schema takes, where no number was typed. */
export function quotaOfValues(values: QuotaValues): Quota {
  return mapQuota((resource) => {
    const text = values[resource].trim().replace(',', '.');
    return text === '' ? Number.NaN : Number(text) * unitsOf[resource];
  });
}

function mapQuota<Value>(valueOf: (resource: keyof Quota) => Value): Record<keyof Quota, Value> {
  return {
    stores: valueOf('stores'),
    cpuMillis: valueOf('cpuMillis'),
    memoryMib: valueOf('memoryMib'),
    storageGib: valueOf('storageGib'),
    createsPerHour: valueOf('createsPerHour'),
  };
}
