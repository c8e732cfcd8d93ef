import { describe, expect, it, vi } from 'vitest';
import type { ClusterClient } from '../../clients/cluster.ts';
import { createPodReader } from './service.ts';

const pod = (name: string, component: string) => ({
  metadata: { name, labels: { 'app.kubernetes.io/component': component } },
  status: { phase: 'Running' },
});

describe('createPodReader', () => {
  it('asks the cluster once for many who look at the same store', async () => {
    const readWorkload = vi.fn<ClusterClient['readWorkload']>();
    readWorkload.mockResolvedValue({ pods: [pod('web-1', 'web'), pod('db-0', 'database')], quota: undefined });
    const read = createPodReader({ readWorkload });
    const [first] = await Promise.all([read('st-aaaaaaaaaa'), read('st-aaaaaaaaaa'), read('st-bbbbbbbbbb')]);
    expect(first?.pods.map(({ name }) => name)).toEqual(['db-0', 'web-1']);
    expect(first?.usage).toBeNull();
    expect(readWorkload).toHaveBeenCalledTimes(2);
  });
});
