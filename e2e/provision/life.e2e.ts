import type { V1Namespace } from '@kubernetes/client-node';
import { randomBase32 } from '@shopwright/contract/ids';
import { isReservedSlug } from '@shopwright/contract/slugs';
import type { Credentials } from '@shopwright/contract/schemas/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findHistory, findSealedSecret } from '@shopwright/database';
import { clusterState, nothingLeft } from './support/cluster-state.ts';
import { startPlatform, type TestPlatform } from './support/platform.ts';
import { until } from './support/until.ts';
import { operationEnd, readStore, stepActive } from './support/wait.ts';

describe.concurrent('life of a store', { timeout: 240_000 }, () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.close());

  const create = async (fields: Readonly<Record<string, unknown>> = {}) => {
    const slug = `life-${randomBase32(6)}`;
    const answer = await platform.api.post('/api/stores', { name: 'Tea & Co', slug, engine: 'sample', ...fields });
    expect(answer.status, JSON.stringify(answer.body)).toBe(202);
    return answer.body;
  };
  const remove = async (storeId: string) => {
    const answer = await platform.api.delete(`/api/stores/${storeId}`);
    expect(answer.status).toBe(202);
    return operationEnd(platform, answer.body.operation.id, 180_000);
  };

  it('create, ready, password once, delete, nothing left but history', async () => {
    const password = 'a chosen, "quoted" $(pass) word';
    const { store, operation } = await create({ adminPassword: password });
    const ended = await operationEnd(platform, operation.id, 180_000);
    expect(ended.failure).toBeNull();
    expect(ended.steps.map((step) => step.state)).toEqual(ended.steps.map(() => 'done'));
    expect(await readStore(platform, store.id)).toMatchObject({ phase: 'ready', credentialsAvailable: true });
    expect(await findSealedSecret(platform.database.db, store.id as never)).toBeUndefined();
    const reveal = await platform.api.post(`/api/stores/${store.id}/credentials`, {});
    expect((reveal.body as unknown as Credentials).password).toBe(password);
    expect((await platform.api.post(`/api/stores/${store.id}/credentials`, {})).status).toBe(409);
    expect((await remove(store.id)).state).toBe('succeeded');
    expect(await readStore(platform, store.id)).toMatchObject({ phase: 'deleted' });
    expect(await clusterState(platform, store.id)).toEqual(nothingLeft);
    const history = await until('history', () => findHistory(platform.database.db, operation.id as never));
    expect(history.eventCount).toBeGreaterThan(20);
  });

  it('a store named like a platform host or a namespace takes neither', async () => {
    const names = ['kube-system', 'Platform', 'API', 'Dashboard', 'Default'];
    const namespaces = async () => {
      const found = await platform.kube.list<V1Namespace>('/api/v1/namespaces');
      return new Map(found.map(({ metadata }) => [metadata?.name, metadata?.uid]));
    };
    const before = await namespaces();
    for (const slug of ['api', 'dashboard', 'platform', 'kubernetes', 'default']) {
      const refused = await platform.api.post('/api/stores', { name: 'Tea', slug, engine: 'sample' });
      expect([slug, refused.status]).toEqual([slug, 400]);
    }
    const accepted = await Promise.all(names.map((name) => create({ name, slug: undefined })));
    const ended = await Promise.all(accepted.map(({ operation }) => operationEnd(platform, operation.id, 180_000)));
    expect(ended.map((operation) => operation.state)).toEqual(ended.map(() => 'succeeded'));
    for (const { store } of accepted) {
      const { id, slug } = await readStore(platform, store.id);
      expect(isReservedSlug(slug)).toBe(false);
      expect((await clusterState(platform, id)).namespace?.metadata?.name).toMatch(/^st-[a-z2-7]{10}$/);
    }
    await Promise.all(accepted.map(({ store }) => remove(store.id)));
    const after = await namespaces();
    for (const name of ['kube-system', 'default']) expect(after.get(name)).toBe(before.get(name));
  });

  it('five at once', async () => {
    const accepted = await Promise.all(Array.from({ length: 5 }, () => create()));
    const ended = await Promise.all(accepted.map(({ operation }) => operationEnd(platform, operation.id, 180_000)));
    expect(ended.map((operation) => operation.state)).toEqual(ended.map(() => 'succeeded'));
    const gone = await Promise.all(accepted.map(({ store }) => remove(store.id)));
    expect(gone.map((operation) => operation.state)).toEqual(gone.map(() => 'succeeded'));
    for (const { store } of accepted) expect(await clusterState(platform, store.id)).toEqual(nothingLeft);
  });

  it.each(['namespace', 'secrets', 'readiness', 'initialise', 'probe'])(
    'cancel during %s undoes, retry makes it ready',
    async (step) => {
      const { store, operation } = await create({ slug: `slow-${step}-${randomBase32(6)}` });
      await stepActive(platform, operation.id, step);
      expect((await platform.api.post(`/api/operations/${operation.id}/cancel`, { reason: 'test' })).status).toBe(202);
      const ended = await operationEnd(platform, operation.id, 180_000);
      expect(ended).toMatchObject({ state: 'cancelled', failure: { code: 'OPERATION_CANCELLED', leftovers: [] } });
      expect(await clusterState(platform, store.id)).toEqual(nothingLeft);
      const retry = await platform.api.post(`/api/stores/${store.id}/retry`, {});
      expect(retry.status).toBe(202);
      expect((await operationEnd(platform, retry.body.operation.id, 180_000)).state).toBe('succeeded');
      expect((await remove(store.id)).state).toBe('succeeded');
    },
  );

  it('delete during provisioning', async () => {
    const { store, operation } = await create({ slug: `slow-readiness-${randomBase32(6)}` });
    await stepActive(platform, operation.id, 'readiness');
    expect((await remove(store.id)).state).toBe('succeeded');
    expect((await operationEnd(platform, operation.id, 180_000)).state).toBe('cancelled');
    expect(await readStore(platform, store.id)).toMatchObject({ phase: 'deleted' });
    expect(await clusterState(platform, store.id)).toEqual(nothingLeft);
  });
});
