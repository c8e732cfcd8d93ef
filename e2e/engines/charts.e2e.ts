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

/** What is refused, and the word by which helm names the place. */
const mustFail: readonly { what: string; values: JsonObject; names: string }[] = [
  { what: 'an unknown key', values: { surprise: true }, names: 'surprise' },
  { what: 'an unknown nested key', values: { store: { owner: 'x' } }, names: 'owner' },
  { what: 'an empty host', values: { route: { host: '' } }, names: 'host' },
  { what: 'a host with a space', values: { route: { host: 'a b' } }, names: 'host' },
  { what: 'a host without a zone', values: { route: { host: 'kubernetes' } }, names: 'host' },
  { what: 'the name of a platform namespace as id', values: { store: { id: 'kube-system' } }, names: 'id' },
  { what: 'an address that is no URL', values: { store: { publicUrl: 'javascript:x' } }, names: 'publicUrl' },
  { what: 'an image without a tag', values: { images: { database: 'registry.example/x' } }, names: 'database' },
  { what: 'a moving tag', values: { images: { database: 'registry.example/x:latest' } }, names: 'database' },
  { what: 'no image', values: { images: { database: '' } }, names: 'database' },
  { what: 'a plan without memory', values: { plan: { memoryMib: 0 } }, names: 'memoryMib' },
  { what: 'a plan given as text', values: { plan: { cpuMillis: '4000' } }, names: 'cpuMillis' },
  { what: 'no plan', values: { plan: null }, names: 'plan' },
  { what: 'an open ingress without class', values: { route: { className: '' } }, names: 'className' },
  { what: 'a gateway route without a gateway', values: { route: { kind: 'gateway' } }, names: 'gateway' },
  { what: 'four web pods', values: { web: { replicas: 4 } }, names: 'replicas' },
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

  test('another operation restarts no pod', async () => {
    const templates = async (operationId: string) =>
      (await objectsOf(engine, { store: { operationId } })).flatMap((object) => object.spec?.['template'] ?? []);
    expect(await templates('op-one')).toHaveLength(2);
    expect(await templates('op-one')).toEqual(await templates('op-two'));
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

  test.each(mustFail)('refuses $what', async ({ values, names }) => {
    const { exitCode, errors } = await render(engine, values);
    expect(exitCode).not.toBe(0);
    expect(errors.slice(errors.indexOf('Error:'))).toContain(names);
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
