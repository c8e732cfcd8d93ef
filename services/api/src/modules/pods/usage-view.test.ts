import { describe, expect, it } from 'vitest';
import { usageView } from './usage-view.ts';

const hard = { 'limits.cpu': '4', 'limits.memory': '2Gi', 'requests.storage': '3Gi', pods: '8' };
const used = { 'limits.cpu': '1940m', 'limits.memory': '1333Mi', 'requests.storage': '3Gi', pods: '2' };

describe('usageView', () => {
  it('reads what is reserved in the units of the plans', () => {
    expect(usageView({ status: { hard, used } })).toEqual({
      cpuMillis: { used: 1940, limit: 4000 },
      memoryMib: { used: 1333, limit: 2048 },
      storageGib: { used: 3, limit: 3 },
      pods: { used: 2, limit: 8 },
    });
  });

  it('is null while there is no quota, or nobody has counted yet', () => {
    expect(usageView(undefined)).toBeNull();
    expect(usageView({ status: { hard } })).toBeNull();
  });
});
