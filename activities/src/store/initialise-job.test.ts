import { describe, expect, it } from 'vitest';
import type { Initialisation } from '../engines/engine.ts';
import { sampleSpec } from '../testing/sample-spec.ts';
import { initialiseJob } from './initialise-job.ts';

const initialisation: Initialisation = {
  image: 'registry.example/shop:1',
  command: ['init'],
  variables: [
    { name: 'MODE', value: 'create' },
    { name: 'PASSWORD', secretName: 'store-database', secretKey: 'password' },
  ],
  mounts: [
    { path: '/desired', secretName: 'desired' },
    { path: '/tmp', emptyDir: true, sizeMib: 16 },
  ],
  podLabels: { 'app.kubernetes.io/component': 'setup' },
  resources: { cpuRequestMillis: 10, memoryRequestMib: 64, memoryLimitMib: 256 },
  exitCodes: {},
  deadlineSeconds: 120,
};

describe('initialisation job', () => {
  const job = initialiseJob(sampleSpec, initialisation, 'Never');
  const pod = job.spec?.template.spec;
  const container = pod?.containers[0];

  it('is hardened like every pod of a store and tries once', () => {
    expect(job.spec).toMatchObject({ backoffLimit: 0, activeDeadlineSeconds: 120 });
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      restartPolicy: 'Never',
      securityContext: { runAsNonRoot: true },
    });
    expect(container?.securityContext).toMatchObject({ readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
  });

  it('refers to secrets and never carries one', () => {
    expect(container?.env).toContainEqual({
      name: 'PASSWORD',
      valueFrom: { secretKeyRef: { name: 'store-database', key: 'password' } },
    });
    expect(pod?.volumes).toContainEqual({ name: 'mount-0', secret: { secretName: 'desired', defaultMode: 0o440 } });
    expect(container?.volumeMounts?.map((mount) => mount.readOnly)).toEqual([true, false]);
  });

  it("carries the engine's labels for its network policies", () => {
    expect(job.spec?.template.metadata?.labels).toMatchObject({
      'app.kubernetes.io/component': 'setup',
      'shopwright.dev/store-id': sampleSpec.storeId,
    });
  });

  it('keeps Kubernetes from reading dollars in a value as references', () => {
    const variables = [{ name: 'TITLE', value: 'Costs $$5 at $(TITLE)' }];
    const [first] =
      initialiseJob(sampleSpec, { ...initialisation, variables }, 'Never').spec?.template.spec?.containers ?? [];
    expect(first?.env).toEqual([{ name: 'TITLE', value: 'Costs $$$$5 at $$(TITLE)' }]);
  });
});
