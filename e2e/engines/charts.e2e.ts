import type { JsonObject, StoreEngine } from '@shopwright/activities/engines/engine';
import { adminSecretName } from '@shopwright/activities/engines/secrets';
import { plans } from '@shopwright/contract/plans';
import { describe, expect, test } from 'vitest';
import { newSpec } from './support/spec.ts';
import { connectStack } from './support/stack.ts';
import { podSpecs, type RenderedObject, renderChart } from './support/render.ts';

// What every engine's chart keeps, whatever the engine. Nothing is installed.
const stack = await connectStack();

/** An id like those of the activities; the same in every run, so that a failure can be looked at. */
const spec = newSpec(stack, { storeId: 'st-abcdefghij', slug: 'tea', host: 'tea.localhost' });

function valuesOf(engine: StoreEngine, change: Partial<typeof spec> = {}): JsonObject {
  const images = Object.fromEntries(engine.images.map((role) => [role, `registry.example/${role}:1.2.3`]));
  const environment = { images, imagePullPolicy: 'IfNotPresent', ingressClass: 'local' } as const;
  const rest = { ingressNamespace: '', storageClass: '', tlsSecretName: '', routeEnabled: true };
  return engine.values({ ...spec, ...change }, { ...environment, ...rest });
}

const render = (engine: StoreEngine, ...more: JsonObject[]) =>
  renderChart(stack.helmPath, engine, spec.storeId, [valuesOf(engine), ...more]);

async function objectsOf(engine: StoreEngine, ...more: JsonObject[]): Promise<readonly RenderedObject[]> {
  const { exitCode, objects, errors } = await render(engine, ...more);
  expect(errors.includes('Error:') ? errors : '').toBe('');
  expect(exitCode).toBe(0);
  return objects;
}

function specOf(objects: readonly RenderedObject[], kind: string): Record<string, unknown> {
  return objects.find((object) => object.kind === kind)?.spec ?? {};
}

const mustFail: readonly { what: string; values: JsonObject }[] = [
  { what: 'an unknown key', values: { surprise: true } },
  { what: 'an unknown nested key', values: { store: { owner: 'x' } } },
  { what: 'an empty host', values: { route: { host: '' } } },
  { what: 'a host with a space', values: { route: { host: 'a b' } } },
  { what: 'a store id that is a platform name', values: { store: { id: 'kube-system' } } },
  { what: 'an image without a tag', values: { images: { database: 'registry.example/database' } } },
  { what: 'a moving tag', values: { images: { database: 'registry.example/database:latest' } } },
  { what: 'no image', values: { images: { database: '' } } },
  { what: 'a plan without memory', values: { plan: { memoryMib: 0 } } },
  { what: 'a plan given as text', values: { plan: { cpuMillis: '4000' } } },
  { what: 'no plan', values: { plan: null } },
];

describe.each(stack.engines.list().map((engine) => ({ id: engine.id, engine })))('chart of $id', ({ engine }) => {
  test('holds no secret: every Secret it names is described by the engine, key by key', async () => {
    const objects = await objectsOf(engine);
    expect(objects.filter(({ kind }) => kind === 'Secret')).toEqual([]);
    const described = new Map(engine.secrets(spec).map(({ name, keys }) => [name, Object.keys(keys)]));
    described.set(adminSecretName, ['username', 'email', 'password']);
    for (const { pod } of podSpecs(objects)) {
      for (const { secret } of pod.volumes ?? [])
        if (secret) expect([...described.keys()]).toContain(secret.secretName);
      for (const { valueFrom } of pod.containers.flatMap((container) => container.env ?? [])) {
        const reference = valueFrom?.secretKeyRef;
        if (reference) expect(described.get(reference.name) ?? []).toContain(reference.key);
      }
    }
  });

  test('every pod is restricted and bounded, without a token', async () => {
    for (const { name, pod } of podSpecs(await objectsOf(engine))) {
      expect(pod.automountServiceAccountToken, name).toBe(false);
      expect(pod.securityContext, name).toMatchObject({ runAsNonRoot: true, runAsUser: 10_001 });
      expect(pod.securityContext?.seccompProfile?.type, name).toBe('RuntimeDefault');
      for (const container of pod.containers) {
        const where = `${name}/${container.name}`;
        expect(container.securityContext, where).toMatchObject({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        expect(Object.keys(container.resources?.limits ?? {}).toSorted(), where).toEqual(['cpu', 'memory']);
        expect(Object.keys(container.resources?.requests ?? {}).toSorted(), where).toEqual(['cpu', 'memory']);
      }
    }
  });

  test.each(Object.values(plans))('its parts and the initialisation fit into the quota of $id', async (plan) => {
    const objects = await objectsOf(engine, valuesOf(engine, { plan }));
    const { hard } = specOf(objects, 'ResourceQuota') as { hard?: Record<string, string> };
    const limits = podSpecs(objects).flatMap(({ pod }) =>
      pod.containers.map(({ resources }) => resources?.limits ?? {}),
    );
    const images = Object.fromEntries(engine.images.map((role) => [role, 'x:1']));
    const { resources } = engine.initialisation(spec, {
      images,
      imagePullPolicy: 'Never',
      ingressClass: '',
      ingressNamespace: '',
      storageClass: '',
      tlsSecretName: '',
      routeEnabled: false,
    });
    const memory = limits.reduce((sum, limit) => sum + mebibytes(limit['memory']), resources.memoryLimitMib);
    const cpu = limits.reduce((sum, limit) => sum + millis(limit['cpu']), initialisationCpuMillis);
    expect(memory).toBeLessThanOrEqual(mebibytes(hard?.['limits.memory']));
    expect(cpu).toBeLessThanOrEqual(millis(hard?.['limits.cpu']));
    expect(hard).toMatchObject({ 'services.loadbalancers': '0', 'services.nodeports': '0' });
  });

  test('nobody reaches anything unless a policy says so, and only the route reaches the web pods', async () => {
    const objects = await objectsOf(engine);
    const policies = objects.filter(({ kind }) => kind === 'NetworkPolicy').map((object) => object.spec ?? {});
    const denyAll = policies.filter(({ podSelector }) => JSON.stringify(podSelector) === '{}');
    expect(denyAll).toEqual([{ podSelector: {}, policyTypes: ['Ingress', 'Egress'] }]);
    expect(policies.every(({ policyTypes }) => JSON.stringify(policyTypes) === '["Ingress","Egress"]')).toBe(true);
    expect(JSON.stringify(policies)).toContain('169.254.0.0/16');
  });

  test('the route exists only when it is opened', async () => {
    const kinds = async (enabled: boolean) =>
      (await objectsOf(engine, { route: { enabled } })).map((object) => object.kind);
    expect(await kinds(true)).toContain('Ingress');
    expect(await kinds(false)).not.toContain('Ingress');
  });

  test('every object belongs to the store', async () => {
    for (const { kind, metadata } of await objectsOf(engine)) {
      expect(metadata.namespace, kind).toBe(spec.storeId);
      expect(metadata.labels, kind).toMatchObject({
        'app.kubernetes.io/part-of': 'shopwright',
        'shopwright.dev/store-id': spec.storeId,
        'shopwright.dev/operation-id': spec.operationId,
      });
    }
  });

  test.each(mustFail)('refuses $what', async ({ values }) => {
    const { exitCode, errors } = await render(engine, values);
    expect(exitCode).not.toBe(0);
    expect(errors).toContain('Error:');
  });
});

/** Limit that the platform gives the container of every initialisation. */
const initialisationCpuMillis = 2000;

function millis(quantity = '0'): number {
  return quantity.endsWith('m') ? Number.parseInt(quantity, 10) : Number(quantity) * 1000;
}

function mebibytes(quantity = '0'): number {
  return Number.parseInt(quantity, 10) * (quantity.endsWith('Gi') ? 1024 : 1);
}
