import { HTTPRoute } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute';
import type { JsonObject, StoreEngine } from '@shopwright/activities/engines/engine';
import { describe, expect, test } from 'vitest';
import type { RenderedObject } from './support/render.ts';
import { rendered } from './support/rendered.ts';
import { newSpec } from './support/spec.ts';
import { connectStack } from './support/stack.ts';

// The public route of every engine's chart: an Ingress, or an HTTPRoute of the Gateway API. Nothing is installed.
const stack = await connectStack();
const spec = newSpec(stack);

async function routesOf(engine: StoreEngine, route: JsonObject): Promise<readonly RenderedObject[]> {
  const objects = await rendered(stack.helmPath, engine, spec, { values: { route } });
  return objects.filter(({ kind }) => kind === 'Ingress' || kind === 'HTTPRoute');
}

describe.each(stack.engines.list().map((engine) => ({ id: engine.id, engine })))('route of $id', ({ engine }) => {
  const gateway = { name: 'public', namespace: 'gateways', sectionName: 'https' };

  test.each(['ingress', 'gateway'])('closed by default: no %s', async (kind) => {
    expect(await routesOf(engine, { kind, gateway, enabled: false })).toEqual([]);
  });

  test('an Ingress of the class, plain where there is no certificate', async () => {
    const [ingress, ...more] = await routesOf(engine, {});
    expect(more).toEqual([]);
    expect(ingress).toMatchObject({
      kind: 'Ingress',
      spec: { ingressClassName: 'public', rules: [{ host: spec.host }] },
    });
    expect(ingress?.spec).not.toHaveProperty('tls');
  });

  test('an Ingress with TLS where there is one', async () => {
    const [ingress] = await routesOf(engine, { tlsSecretName: 'wildcard' });
    expect(ingress?.spec).toMatchObject({ tls: [{ hosts: [spec.host], secretName: 'wildcard' }] });
  });

  test('an HTTPRoute in its place, valid by the schema of the Gateway API', async () => {
    const [route, ...more] = await routesOf(engine, { kind: 'gateway', gateway });
    expect(more).toEqual([]);
    expect(route).toMatchObject({ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute' });
    expect(() => {
      new HTTPRoute(route as ConstructorParameters<typeof HTTPRoute>[0]).validate();
    }).not.toThrow();
    // All of it: the schema drops fields that it does not know instead of refusing them.
    expect(route?.spec).toEqual({
      parentRefs: [gateway],
      hostnames: [spec.host],
      rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }], backendRefs: [{ name: 'web', port: 80 }] }],
    });
  });
});
