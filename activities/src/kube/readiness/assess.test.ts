import type { V1Pod } from '@kubernetes/client-node';
import { describe, expect, it } from 'vitest';
import { defaultPatience } from '../../patience.ts';
import { assess } from './assess.ts';
import { createLastingTroubles } from './await-ready.ts';
import type { Workloads } from './workloads.ts';

const nothing: Workloads = { deployments: [], statefulSets: [], pods: [], claims: [], warnings: [] };

function deployment(ready: number, wanted = 1, observedGeneration = 1): Workloads['deployments'][number] {
  return {
    metadata: { name: 'web', generation: 1 },
    spec: { replicas: wanted, selector: {}, template: {} },
    status: { readyReplicas: ready, observedGeneration },
  };
}

function pod(container: object, component = 'web', conditions: object[] = []): V1Pod {
  const status = { name: 'php', image: '', imageID: '', ready: false, restartCount: 0, ...container };
  return {
    metadata: { name: 'web-0', labels: { 'app.kubernetes.io/component': component } },
    status: { containerStatuses: [status], conditions: conditions as never },
  };
}

const codes = (workloads: Partial<Workloads>, ignored = new Set<string>()): readonly string[] =>
  assess({ ...nothing, ...workloads }, defaultPatience, ignored).troubles.map((trouble) => trouble.code);

describe('assess', () => {
  it('is ready once every part is, and never without parts', () => {
    expect(assess(nothing, defaultPatience).isReady).toBe(false);
    expect(assess({ ...nothing, deployments: [deployment(0)] }, defaultPatience)).toMatchObject({
      isReady: false,
      summary: 'web 0/1',
    });
    expect(assess({ ...nothing, deployments: [deployment(1)] }, defaultPatience).isReady).toBe(true);
  });

  it('does not believe a status of an older generation', () => {
    expect(assess({ ...nothing, deployments: [deployment(1, 1, 0)] }, defaultPatience).isReady).toBe(false);
  });

  it.each(['ErrImagePull', 'ImagePullBackOff', 'InvalidImageName', 'ErrImageNeverPull'])(
    'knows an image problem: %s',
    (reason) => {
      expect(codes({ pods: [pod({ state: { waiting: { reason, message: 'no such image' } } })] })).toEqual([
        'IMAGE_UNAVAILABLE',
      ]);
    },
  );

  it('knows a crash loop by its restarts, and where its last lines are', () => {
    const ended = { terminated: { exitCode: 7, reason: 'Error' } };
    const waiting = { waiting: { reason: 'CrashLoopBackOff' } };
    const crashed = pod({ restartCount: 4, lastState: ended, state: waiting });
    expect(codes({ pods: [pod({ restartCount: 1, lastState: ended })] })).toEqual([]);
    const [trouble] = assess({ ...nothing, pods: [crashed] }, defaultPatience).troubles;
    expect(trouble).toMatchObject({
      code: 'POD_CRASHED',
      params: { exitCode: 7 },
      log: { pod: 'web-0', previous: false },
    });
    const running = pod({ restartCount: 4, lastState: ended, state: { running: {} } });
    expect(assess({ ...nothing, pods: [running] }, defaultPatience).troubles[0]?.log?.previous).toBe(true);
  });

  it('knows a full cluster, but leaves unbound volumes to their claims', () => {
    const unscheduled = (message: string) => [
      { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message },
    ];
    expect(codes({ pods: [pod({}, 'web', unscheduled('0/1 nodes are available: insufficient memory'))] })).toEqual([
      'CAPACITY_EXHAUSTED',
    ]);
    expect(codes({ pods: [pod({}, 'web', unscheduled('unbound immediate PersistentVolumeClaims'))] })).toEqual([]);
  });

  it('knows an unbound claim and quotes its last warning', () => {
    const claims = [{ metadata: { name: 'data' }, status: { phase: 'Pending' } }];
    const warnings = [{ involvedObject: { name: 'data' }, message: 'class "absent" not found', metadata: {} }];
    expect(assess({ ...nothing, claims, warnings }, defaultPatience).troubles).toMatchObject([
      { code: 'VOLUME_NOT_BOUND', params: { object: 'data', reason: 'class "absent" not found' } },
    ]);
  });

  it.each([
    ['pods "web" is forbidden: exceeded quota: store, requested: pods=1', 'QUOTA_EXCEEDED'],
    ['pods "web" is forbidden: maximum memory usage per Container is 1Gi', 'QUOTA_EXCEEDED'],
    ['pods "web" is forbidden: violates PodSecurity "restricted:latest"', 'POD_SECURITY_REJECTED'],
  ])('knows a refusal: %s', (message, code) => {
    const warnings = [
      { involvedObject: { kind: 'ReplicaSet', name: 'web' }, reason: 'FailedCreate', message, metadata: {} },
    ];
    expect(codes({ warnings })).toEqual([code]);
  });

  it('leaves pods of jobs to those who run them', () => {
    const broken = pod({ state: { waiting: { reason: 'ErrImagePull' } } }, 'initialise');
    expect(codes({ pods: [broken] }, new Set(['initialise']))).toEqual([]);
  });
});

describe('lasting troubles', () => {
  it('believes a trouble once it has lasted, and forgets one that went away', () => {
    let now = 0;
    const lasting = createLastingTroubles(() => now);
    const trouble = { code: 'IMAGE_UNAVAILABLE', params: {}, key: 'a', patienceMs: 100 } as const;
    expect(lasting([trouble])).toBeUndefined();
    now = 99;
    expect(lasting([])).toBeUndefined();
    now = 150;
    expect(lasting([trouble])).toBeUndefined();
    now = 250;
    expect(lasting([trouble])).toBe(trouble);
  });
});
