import { describe, expect, it } from 'vitest';
import { planIds, plans } from './plans.ts';
import { quotaResources, useOfPlan } from './quotas.ts';

describe('what a store adds to the use', () => {
  it.each(planIds)('is what the plan %s says', (plan) => {
    const use = useOfPlan(plan);
    expect(Object.keys(use)).toEqual(quotaResources);
    expect(use.storageGib).toBe(plans[plan].databaseStorageGib + plans[plan].filesStorageGib);
    expect(use.cpuMillis).toBe(plans[plan].cpuMillis);
  });
});
