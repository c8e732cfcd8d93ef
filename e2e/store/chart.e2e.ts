import type { JsonObject } from '@shopwright/activities/engines/engine';
import { kubePaths } from '@shopwright/activities/kube/paths';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { readStackEnvironment } from '@shopwright/local';
import { stringify } from 'yaml';
import { newSpec } from '../engines/support/spec.ts';
import { chartValues } from './support/chart-values.ts';
import { stack, woocommerce as engine } from './support/woocommerce.ts';
import type { RenderedObject } from '../engines/support/render.ts';
import { render } from './support/render.ts';

const spec = newSpec(stack);

const rendered = (change: JsonObject = {}, files: readonly string[] = []): Promise<readonly RenderedObject[]> =>
  render({ helm: stack.helmPath, engine, files, values: chartValues(engine, spec, change) });

describe('values that must not render', () => {
  test.each<[string, JsonObject, RegExp]>([
    ['no host', { route: { host: '' } }, /route\/host|host/],
    ['a host that is no name', { route: { host: 'Tea Shop' } }, /host/],
    ['a host without a zone', { route: { host: 'kubernetes' } }, /host/],
    ['no image', { images: { web: '' } }, /images\/web|web/],
    ['a moving tag', { images: { web: 'localhost/shop:latest' } }, /web/],
    ['an image without tag', { images: { database: 'localhost/shop' } }, /database/],
    ['an unknown key', { phpVersion: '8.4' }, /phpVersion/],
    ['an unknown key below a known one', { web: { debug: true } }, /debug/],
    ['the id of a platform namespace', { store: { id: 'kube-system' } }, /store\/id|id/],
    ['a plan without a quota for memory', { plan: { memoryMib: 0 } }, /memoryMib/],
    ['a plan whose CPU is text', { plan: { cpuMillis: '4000' } }, /cpuMillis/],
    ['an address that is no URL', { store: { publicUrl: 'javascript:alert(1)' } }, /publicUrl/],
    ['an open ingress without class', { route: { className: '' } }, /className/],
    ['a gateway route without a gateway', { route: { kind: 'gateway' } }, /gateway/],
    ['four web pods', { web: { replicas: 4 } }, /replicas/],
  ])('%s', async (_what, change, message) => {
    await expect(rendered(change)).rejects.toThrow(message);
  });
});

describe('what is rendered', () => {
  const kinds = (objects: readonly RenderedObject[]): string[] => objects.map(({ kind }) => kind).toSorted();

  test('an Ingress of the class, closed until the route is enabled', async () => {
    expect(kinds(await rendered())).toContain('Ingress');
    expect(kinds(await rendered({ route: { enabled: false } }))).not.toContain('Ingress');
  });

  test('TLS where there is a certificate', async () => {
    const objects = await rendered({ route: { tlsSecretName: 'wildcard' } });
    const ingress = objects.find(({ kind }) => kind === 'Ingress');
    expect(ingress).toMatchObject({ spec: { tls: [{ hosts: [spec.host], secretName: 'wildcard' }] } });
  });

  test('an HTTPRoute in place of the Ingress', async () => {
    const gateway = { name: 'public', namespace: 'gateways', sectionName: '' };
    const objects = await rendered({ route: { kind: 'gateway', gateway } });
    expect(kinds(objects)).not.toContain('Ingress');
    expect(objects.find(({ kind }) => kind === 'HTTPRoute')).toMatchObject({
      spec: { hostnames: [spec.host], parentRefs: [{ name: 'public', namespace: 'gateways' }] },
    });
  });

  test('no Secret: values and releases hold none', async () => {
    expect(kinds(await rendered())).not.toContain('Secret');
  });

  test('every object carries the store and the operation', async () => {
    for (const { metadata } of await rendered()) {
      expect(metadata.labels).toMatchObject({
        'shopwright.dev/store-id': spec.storeId,
        'shopwright.dev/operation-id': spec.operationId,
        'app.kubernetes.io/instance': spec.storeId,
      });
    }
  });

  test('another operation restarts no pod', async () => {
    const pods = async (operationId: string) =>
      (await rendered({ store: { operationId } }))
        .filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet')
        .map(({ spec: workload }) => JSON.stringify((workload as { template: unknown }).template));
    expect(await pods('op-one')).toEqual(await pods('op-two'));
  });
});

describe.each(['values-local.yaml', 'values-production.yaml'])('%s', (file) => {
  test('every object is accepted by the API server, unknown fields refused', async () => {
    const { environment, kubectl } = await readStackEnvironment();
    const objects = await rendered({}, [file]);
    const manifest = objects.map((object) => stringify(object)).join('---\n');
    const flags = ['--server-side', '--dry-run=server', '--validate=strict', '--force-conflicts', '--filename', '-'];
    const { stdout } = await execa(kubectl, ['apply', ...flags], {
      env: { KUBECONFIG: environment['KUBECONFIG'] ?? '' },
      input: manifest,
    });
    expect(stdout.trim().split('\n')).toHaveLength(objects.length);
    expect(await stack.kube.list(kubePaths.pods('default'))).toEqual([]);
  });
});
