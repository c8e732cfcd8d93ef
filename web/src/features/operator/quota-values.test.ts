import { quotaSchema } from '@shopwright/contract/schemas/quota';
import { describe, expect, it } from 'vitest';
import { quotaOfValues, valuesOfQuota } from './quota-values.ts';

const quota = { stores: 5, cpuMillis: 2500, memoryMib: 1536, storageGib: 30, createsPerHour: 20 };

describe('values of the quota form', () => {
  it('are CPUs and GiB, and come back as they were', () => {
    const values = valuesOfQuota(quota);
    expect(values).toMatchObject({ cpuMillis: '2.5', memoryMib: '1.5' });
    expect(quotaOfValues(values)).toEqual(quota);
  });

  it.each(['', ' ', 'many', '-1', '1.2345'])('are refused by the schema where "%s" is typed for CPUs', (typed) => {
    const parsed = quotaSchema.safeParse(quotaOfValues({ ...valuesOfQuota(quota), cpuMillis: typed }));
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([['cpuMillis']]);
  });
});
