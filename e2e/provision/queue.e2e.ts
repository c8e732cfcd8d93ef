import { randomBase32 } from '@shopwright/contract/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPlatform, type TestPlatform } from './support/platform.ts';
import { until } from './support/until.ts';
import { operationEnd, readStore, stepActive } from './support/wait.ts';

describe('the line', { timeout: 240_000 }, () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform({ concurrency: 1, slowSeconds: 20 });
  });
  afterAll(() => platform.close());

  const create = async (slugStart: string) => {
    const slug = `${slugStart}-${randomBase32(6)}`;
    return (await platform.api.post('/api/stores', { name: 'In line', slug, engine: 'sample' })).body;
  };
  const position = async (storeId: string) => (await readStore(platform, storeId)).operation?.queuePosition ?? null;
  const positionIs = (storeId: string, wanted: number | null) =>
    until(`place ${wanted} of ${storeId}`, async () => ((await position(storeId)) === wanted ? true : undefined));

  it('shows its places, lets one leave it, and moves on when a place is free', async () => {
    const first = await create('slow-readiness');
    await stepActive(platform, first.operation.id, 'readiness');
    const second = await create('second');
    const third = await create('third');
    await positionIs(second.store.id, 1);
    await positionIs(third.store.id, 2);
    const deletion = await platform.api.delete(`/api/stores/${second.store.id}`);
    expect((await operationEnd(platform, deletion.body.operation.id)).state).toBe('succeeded');
    expect(await readStore(platform, second.store.id)).toMatchObject({ phase: 'deleted' });
    await positionIs(third.store.id, 1);
    const firstEnd = await operationEnd(platform, first.operation.id, 180_000);
    const thirdEnd = await operationEnd(platform, third.operation.id, 180_000);
    expect([firstEnd.state, thirdEnd.state]).toEqual(['succeeded', 'succeeded']);
    const admitted = thirdEnd.steps.find((step) => step.id === 'admission')?.endedAt ?? '';
    const waitedMs = Date.parse(admitted) - Date.parse(firstEnd.endedAt ?? '');
    // Woken by the one that ended, not by the next time it would have asked.
    expect(waitedMs).toBeGreaterThanOrEqual(0);
    expect(waitedMs).toBeLessThan(10_000);
  });
});
