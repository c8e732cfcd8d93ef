import { randomBase32 } from '@shopwright/contract/ids';
import { errorRegistry, type ErrorCode } from '@shopwright/contract/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clusterState, nothingLeft } from './support/cluster-state.ts';
import { holdNamespace, releaseNamespace } from './support/finalizer.ts';
import { startPlatform, type TestPlatform } from './support/platform.ts';
import type { Fault } from './support/sample-engine.ts';
import { until } from './support/until.ts';
import { operationEnd, readStore, stepActive } from './support/wait.ts';

/** Fault -> what the owner reads: code, the step that shows it, a part of the cause. */
const expectations: Readonly<Record<Fault, { code: ErrorCode; step: string; cause: RegExp }>> = {
  image: { code: 'IMAGE_UNAVAILABLE', step: 'readiness', cause: /absent:1/ },
  quota: { code: 'QUOTA_EXCEEDED', step: 'readiness', cause: /exceeded quota/ },
  volume: { code: 'VOLUME_NOT_BOUND', step: 'readiness', cause: /data-database-0/ },
  crash: { code: 'POD_CRASHED', step: 'readiness', cause: /exit code 7.*cannot read the configuration/ },
  init: { code: 'INIT_FAILED', step: 'initialise', cause: /exit code 50/ },
  credentials: { code: 'INIT_CREDENTIALS_REFUSED', step: 'initialise', cause: /credentials/ },
  ingress: { code: 'ROUTE_NOT_ADMITTED', step: 'route', cause: /status 404/ },
  probe: { code: 'PROBE_CHECKOUT_FAILED', step: 'probe', cause: /status 404/ },
};

describe.concurrent('injected failures', { timeout: 240_000 }, () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform({ concurrency: 20, teardownPatienceMs: 40_000 });
  });
  afterAll(() => platform.close());

  const create = async (slugStart: string) => {
    const answer = await platform.api.post('/api/stores', {
      name: 'Broken shop',
      slug: `${slugStart}-${randomBase32(6)}`,
      engine: 'sample',
    });
    return answer.body;
  };
  const remove = async (storeId: string) =>
    operationEnd(platform, (await platform.api.delete(`/api/stores/${storeId}`)).body.operation.id, 180_000);

  it.each(Object.entries(expectations))('%s', async (fault, expected) => {
    const { store, operation } = await create(`fault-${fault}`);
    const ended = await operationEnd(platform, operation.id, 180_000);
    expect(ended).toMatchObject({ state: 'failed', failure: { code: expected.code, leftovers: [] } });
    expect(ended.failure?.detail).toMatch(expected.cause);
    expect(ended.failure?.hint).toBe(errorRegistry[expected.code].hint);
    expect(ended.steps.find((step) => step.state === 'failed')?.id).toBe(expected.step);
    expect(await readStore(platform, store.id)).toMatchObject({ phase: 'failed', actions: ['retry', 'delete'] });
    expect(await clusterState(platform, store.id)).toEqual(nothingLeft);
    expect((await remove(store.id)).state).toBe('succeeded');
  });

  it('a finalizer blocks the undoing: says what is left, and delete works once it is gone', async () => {
    const { store, operation } = await create('slow-readiness');
    await stepActive(platform, operation.id, 'readiness');
    await holdNamespace(platform, store.id);
    await platform.api.post(`/api/operations/${operation.id}/cancel`, {});
    const ended = await operationEnd(platform, operation.id, 180_000);
    expect(ended).toMatchObject({ state: 'cancelled', failure: { code: 'OPERATION_CANCELLED' } });
    expect(ended.failure?.leftovers.join(' ')).toContain('example.com/held');
    await releaseNamespace(platform, store.id);
    expect((await remove(store.id)).state).toBe('succeeded');
    expect(await clusterState(platform, store.id)).toEqual(nothingLeft);
  });

  it('a finalizer blocks a delete: says what holds it, and a second delete works once it is gone', async () => {
    const { store, operation } = await create('held');
    expect((await operationEnd(platform, operation.id, 180_000)).state).toBe('succeeded');
    await holdNamespace(platform, store.id);
    const blocked = await remove(store.id);
    expect(blocked).toMatchObject({ state: 'failed', failure: { code: 'TEARDOWN_BLOCKED' } });
    expect(blocked.failure?.leftovers.join(' ')).toContain('example.com/held');
    expect(await readStore(platform, store.id)).toMatchObject({ phase: 'delete-failed', actions: ['delete'] });
    await releaseNamespace(platform, store.id);
    expect((await remove(store.id)).state).toBe('succeeded');
    expect(await clusterState(platform, store.id)).toEqual(nothingLeft);
  });

  it('a namespace that is not ours is never touched', async () => {
    const { store, operation } = await create('slow-namespace');
    await stepActive(platform, operation.id, 'namespace');
    const path = `/api/v1/namespaces/${store.id}`;
    await platform.kube.write(path, {
      method: 'PATCH',
      contentType: 'application/merge-patch+json',
      body: { metadata: { labels: { 'shopwright.dev/store-id': 'somebody-else' } } },
    });
    const failed = await remove(store.id);
    expect(failed).toMatchObject({ state: 'failed', failure: { code: 'NAMESPACE_NOT_OURS' } });
    expect((await clusterState(platform, store.id)).namespace).toBeDefined();
    await platform.kube.write(path, { method: 'DELETE' });
    await until('namespace gone', async () =>
      (await clusterState(platform, store.id)).namespace === undefined ? true : undefined,
    );
    expect((await remove(store.id)).state).toBe('succeeded');
  });
});
