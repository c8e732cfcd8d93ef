import type { EngineView } from '@shopwright/contract/schemas/platform';
import type { Credentials } from '@shopwright/contract/schemas/store';
import { randomBase32 } from '@shopwright/contract/ids';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clusterState, nothingLeft } from './support/cluster-state.ts';
import { startPlatform, type TestPlatform } from './support/platform.ts';
import { operationEnd, readStore } from './support/wait.ts';

describe('every engine that this machine has', { timeout: 600_000 }, () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.close());

  it('is created by REST until an order went through, opened, and deleted without a trace', async () => {
    const { items } = await platform.api.get<{ items: EngineView[] }>('/api/engines');
    const engines = items.filter((engine) => engine.available);
    for (const engine of engines) await wholeLife(platform, engine.id);
    const unavailable = items.filter((engine) => !engine.available).map((engine) => engine.id);
    if (unavailable.length > 0) process.stdout.write(`not available here: ${unavailable.join(', ')}\n`);
  });

  it('is made five times at once, and deleted five times at once without a trace', async () => {
    const accepted = await Promise.all(Array.from({ length: 5 }, () => create(platform, {})));
    const ended = await Promise.all(accepted.map(({ operation }) => operationEnd(platform, operation.id, 300_000)));
    expect(ended.map(({ failure }) => failure)).toEqual(ended.map(() => null));
    const pages = await Promise.all(
      accepted.map(async ({ store }) => openStore(platform, (await readStore(platform, store.id)).url)),
    );
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
    const deletions = await Promise.all(accepted.map(({ store }) => remove(platform, store.id)));
    expect(deletions).toEqual(deletions.map(() => 'succeeded'));
    for (const { store } of accepted) expect(await clusterState(platform, store.id)).toEqual(nothingLeft);
  });
});

async function create(platform: TestPlatform, fields: Readonly<Record<string, string>>) {
  const { body } = await platform.api.post('/api/stores', { name: 'Shop', slug: `life-${randomBase32(6)}`, ...fields });
  return body;
}

async function remove(platform: TestPlatform, storeId: string): Promise<string> {
  const { body } = await platform.api.delete(`/api/stores/${storeId}`);
  return (await operationEnd(platform, body.operation.id, 300_000)).state;
}

async function wholeLife(platform: TestPlatform, engine: string): Promise<void> {
  const body = await create(platform, { name: `Shop of ${engine}`, engine });
  const ended = await operationEnd(platform, body.operation.id, 300_000);
  const times = ended.steps.map((step) => `${step.id} ${step.durationMs} ms`).join(', ');
  expect(ended.failure, `${engine}: ${times}`).toBeNull();
  process.stdout.write(`${engine}: ${Date.parse(ended.endedAt ?? '') - Date.parse(ended.createdAt)} ms (${times})\n`);
  const store = await readStore(platform, body.store.id);
  expect(store.phase).toBe('ready');
  const credentials = (await platform.api.post(`/api/stores/${store.id}/credentials`, {}))
    .body as unknown as Credentials;
  expect(credentials.password.length).toBeGreaterThanOrEqual(12);
  const page = await openStore(platform, store.url);
  expect(page.status).toBe(200);
  expect(await remove(platform, store.id)).toBe('succeeded');
  expect(await clusterState(platform, store.id)).toEqual(nothingLeft);
}

/** `*.localhost` is not known to every resolver: the ingress is asked with the store's host. */
async function openStore(platform: TestPlatform, url: string): Promise<{ status: number }> {
  const { host } = new URL(url);
  const response = await request(`http://${platform.ingressAddress}/`, { headers: { host } });
  await response.body.dump();
  return { status: response.statusCode };
}
