import type { V1Namespace } from '@kubernetes/client-node';
import type { StepId } from '@shopwright/contract/steps';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clusterState, nothingLeft } from './support/cluster-state.ts';
import { holdStores, whileReleasing, type HeldStore } from './support/held-store.ts';
import { startPlatform, type TestPlatform } from './support/platform.ts';
import { helmProcesses, signal } from './support/processes.ts';
import { killAndRevive } from './support/victims.ts';
import { operationEnd, readStore } from './support/wait.ts';

const provisionSteps: readonly StepId[] = [
  'namespace',
  'secrets',
  'install',
  'readiness',
  'initialise',
  'route',
  'probe',
];
const deleteSteps: readonly StepId[] = ['uninstall', 'remove-namespace'];
const steps = [...provisionSteps, ...deleteSteps];
const rows: string[] = [];

/** The whole matrix takes ten minutes; the worker's row and one helm cell by default. */
const isFull = process.env['KILL_MATRIX'] === 'full';
const targets = isFull ? (['worker', 'api', 'temporal', 'cluster'] as const) : (['worker'] as const);
const helmSteps = isFull ? (['install', 'route', 'uninstall'] as const) : (['route'] as const);

describe('kill matrix', { timeout: 560_000 }, () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform({ concurrency: 20, slowSeconds: 60 });
  });
  afterAll(async () => {
    await platform.close();
    process.stdout.write(
      `\n| killed | during | ended | attempts | seconds |\n|---|---|---|---|---|\n${rows.join('\n')}\n${rows.length} cells${isFull ? '' : '; all of them with KILL_MATRIX=full'}\n`,
    );
  });

  it.each(targets)('%s, in the middle of every step', async (victim) => {
    const held = await holdStores(platform, steps);
    await killAndRevive(platform, victim);
    await whileReleasing(held, () => Promise.all(held.map((store) => verify(platform, victim, store))));
    await verifyNamespaces(platform);
  });

  it('a worker that is stopped in order hands its steps over', async () => {
    const held = await holdStores(platform, ['readiness', 'initialise']);
    await platform.processes.worker.stop();
    await platform.processes.worker.start();
    await Promise.all(held.map((store) => verify(platform, 'worker (SIGTERM)', store)));
  });

  it.each(helmSteps)('helm, during %s', async (step) => {
    const [held] = await holdStores(platform, [step]);
    if (held === undefined) throw new Error('no store is held');
    const pids = await helmProcesses(held.storeId);
    expect(pids.length).toBeGreaterThan(0);
    signal(pids, 'SIGKILL');
    await whileReleasing([held], () => verify(platform, 'helm', held)); // The next attempt freezes again.
  });
});

/** The operation ended well, nothing was done twice or lost, and the store can be removed without a trace. */
async function verify(platform: TestPlatform, victim: string, held: HeldStore): Promise<void> {
  const started = Date.now();
  const ended = await operationEnd(platform, held.operationId, 300_000);
  const seconds = Math.round((Date.now() - started) / 1000);
  const attempts = ended.steps.find((step) => step.id === held.step)?.attempts.length ?? 0;
  rows.push(`| ${victim} | ${held.step} | ${ended.state} | ${attempts} | ${seconds} |`);
  expect(ended, `${victim} during ${held.step}: ${ended.failure?.detail}`).toMatchObject({ state: 'succeeded' });
  const isDelete = deleteSteps.includes(held.step);
  expect(await readStore(platform, held.storeId)).toMatchObject({ phase: isDelete ? 'deleted' : 'ready' });
  await verifyEvents(platform, held);
  if (!isDelete) {
    const { body } = await platform.api.delete(`/api/stores/${held.storeId}`);
    expect((await operationEnd(platform, body.operation.id, 300_000)).state).toBe('succeeded');
  }
  expect(await clusterState(platform, held.storeId)).toEqual(nothingLeft);
}

/** Every attempt began and ended at most once, and the operation ended exactly once. */
async function verifyEvents(platform: TestPlatform, held: HeldStore): Promise<void> {
  const events = await platform.api.events(held.storeId);
  const own = events.filter((event) => event.operationId === held.operationId);
  const keys = own
    .filter((event) => event.type !== 'step.progress')
    .map((event) => JSON.stringify([event.type, event.data['step'], event.data['attempt'], event.data['after']]));
  expect(keys.length).toBe(new Set(keys).size);
  expect(own.filter((event) => event.type === 'operation.succeeded')).toHaveLength(1);
}

/** One namespace per live store, none without one. */
async function verifyNamespaces(platform: TestPlatform): Promise<void> {
  const namespaces = await platform.kube.list<V1Namespace>('/api/v1/namespaces');
  const { rows: stores } = await platform.database.pool.query<{ id: string; phase: string }>(
    'select id, phase from stores',
  );
  const known = new Map(stores.map((store) => [store.id, store.phase]));
  const names = namespaces.map((namespace) => namespace.metadata?.name ?? '');
  for (const name of names.filter((one) => known.has(one))) expect(known.get(name)).toBe('ready');
  for (const [id, phase] of known) if (phase === 'ready') expect(names).toContain(id);
}
