import type { V1PersistentVolumeClaim, V1Pod, V1PodSpec, V1Service } from '@kubernetes/client-node';
import { kubePaths } from '@shopwright/activities/kube/paths';
import { describe, expect, test } from 'vitest';
import type { StoreUnderTest } from '../support/store.ts';

/** What a namespace refuses to whoever got into it, whatever the engine; the store runs. */
export function guardRailSuite(store: StoreUnderTest): void {
  const { kube } = store.stack;
  const namespace = store.spec.storeId;
  const make = (path: string, body: object) => kube.write(path, { method: 'POST', body });

  describe('guard rails', () => {
    test.each([
      ['more memory than one container may have', { memory: '1900Mi' }, /maximum memory usage/],
      ['more CPU than one container may have', { cpu: '3' }, /maximum cpu usage/],
      ['more memory than is left of the quota', { memory: '1Gi' }, /exceeded quota.*limits\.memory/],
      ['more CPU than is left of the quota', { cpu: '2', memory: '32Mi' }, /exceeded quota.*requests\.cpu/],
    ])('a pod with %s is refused', async (_what, limits, reason) => {
      await expect(make(kubePaths.pods(namespace), restrictedPod(limits))).rejects.toThrow(reason);
    });

    test('a pod that says nothing gets limits', async () => {
      const pod = await kube.write<V1Pod>(kubePaths.pods(namespace), {
        method: 'POST',
        query: { dryRun: 'All' },
        body: restrictedPod(undefined),
      });
      expect(pod.spec?.containers[0]?.resources?.limits).toMatchObject({ cpu: '500m', memory: '128Mi' });
    });

    test.each([
      ['larger than any of the plan', '3Gi', /maximum storage usage/],
      ['beside those of the plan', '1Gi', /exceeded quota/],
    ])('a volume %s is refused', async (_what, storage, reason) => {
      const claim: V1PersistentVolumeClaim = {
        metadata: { name: 'greedy' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
      };
      const path = `/api/v1/namespaces/${namespace}/persistentvolumeclaims`;
      await expect(make(path, claim)).rejects.toThrow(reason);
    });

    test.each(['LoadBalancer', 'NodePort'])('a Service of type %s is refused', async (type) => {
      const service: V1Service = { metadata: { name: 'greedy' }, spec: { type, ports: [{ port: 80 }] } };
      await expect(make(`/api/v1/namespaces/${namespace}/services`, service)).rejects.toThrow(/exceeded quota/);
    });

    test.each<[string, Partial<V1PodSpec>]>([
      ['on the host network', { hostNetwork: true }],
      ['with a folder of the node', { volumes: [{ name: 'node', hostPath: { path: '/' } }] }],
      ['as root', { securityContext: { runAsUser: 0 } }],
    ])('a pod %s is refused', async (_what, change) => {
      await expect(make(kubePaths.pods(namespace), restrictedPod(undefined, change))).rejects.toThrow(/PodSecurity/);
    });

    test('a privileged container is refused', async () => {
      const pod = restrictedPod(undefined, {}, { privileged: true, allowPrivilegeEscalation: true });
      await expect(make(kubePaths.pods(namespace), pod)).rejects.toThrow(/PodSecurity/);
    });
  });
}

/** A pod that the `restricted` Pod Security Standard lets in. */
function restrictedPod(
  limits: Record<string, string> | undefined,
  change: Partial<V1PodSpec> = {},
  securityContext: object = {},
): V1Pod {
  return {
    metadata: { name: 'greedy' },
    spec: {
      securityContext: { runAsNonRoot: true, runAsUser: 10_001, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          name: 'greedy',
          image: 'localhost/shopwright/busybox:none',
          ...(limits === undefined ? {} : { resources: { limits, requests: limits } }),
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, ...securityContext },
        },
      ],
      ...change,
    },
  };
}
