import type { V1ContainerStatus, V1Pod } from '@kubernetes/client-node';
import { describe, expect, it } from 'vitest';
import { podView } from './pod-view.ts';

function container(change: Partial<V1ContainerStatus>): V1ContainerStatus {
  return { name: 'php', image: 'shop', imageID: '', ready: false, restartCount: 0, ...change };
}

function pod(phase: string, status: V1ContainerStatus, change: Partial<V1Pod> = {}): V1Pod {
  const conditions = [{ type: 'Ready', status: status.ready ? 'True' : 'False' }];
  return {
    metadata: { name: 'web-1', labels: { 'app.kubernetes.io/component': 'web' } },
    status: { phase, conditions, containerStatuses: [status] },
    ...change,
  };
}

describe('podView', () => {
  it.each([
    ['ready', null, pod('Running', container({ ready: true }))],
    ['starting', null, pod('Running', container({}))],
    [
      'waiting',
      'ContainerCreating',
      pod('Pending', container({ state: { waiting: { reason: 'ContainerCreating' } } })),
    ],
    ['failing', 'CrashLoopBackOff', pod('Running', container({ state: { waiting: { reason: 'CrashLoopBackOff' } } }))],
    [
      'failing',
      'ErrImageNeverPull',
      pod('Pending', container({ state: { waiting: { reason: 'ErrImageNeverPull' } } })),
    ],
    ['completed', null, pod('Succeeded', container({ state: { terminated: { exitCode: 0, reason: 'Completed' } } }))],
    [
      'failing',
      'OOMKilled',
      pod('Failed', container({ state: { terminated: { exitCode: 137, reason: 'OOMKilled' } } })),
    ],
    ['ending', null, pod('Running', container({ ready: true }), { metadata: { deletionTimestamp: new Date(0) } })],
  ] as const)('is %s with the reason %s', (state, reason, given) => {
    expect(podView(given)).toMatchObject({ state, reason });
  });

  it('counts restarts and keeps why a container ended last', () => {
    const status = container({
      ready: true,
      restartCount: 3,
      lastState: { terminated: { exitCode: 1, reason: 'Error' } },
    });
    expect(podView(pod('Running', status))).toMatchObject({
      component: 'web',
      restarts: 3,
      containers: [{ name: 'php', ready: true, restarts: 3, reason: 'Error' }],
    });
  });

  it('says why a pod has no node', () => {
    const conditions = [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }];
    expect(podView({ status: { phase: 'Pending', conditions } })).toMatchObject({
      state: 'waiting',
      reason: 'Unschedulable',
    });
  });
});
