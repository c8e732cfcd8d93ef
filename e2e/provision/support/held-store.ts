import { setTimeout as delay } from 'node:timers/promises';
import { randomBase32 } from '@shopwright/contract/ids';
import type { OperationView } from '@shopwright/contract/schemas/operation';
import type { StepId } from '@shopwright/contract/steps';
import type { TestPlatform } from './platform.ts';
import { helmProcesses, isFrozen, signal } from './processes.ts';
import { until } from './until.ts';
import { operationEnd, stepActive } from './wait.ts';

export interface HeldStore {
  storeId: string;
  operationId: string;
  step: StepId;
}

const helmSteps: readonly StepId[] = ['install', 'route', 'uninstall'];
const deleteSteps: readonly StepId[] = ['uninstall', 'remove-namespace'];

/** Stores whose operations are, all at the same moment, in the middle of these steps. */
export async function holdStores(platform: TestPlatform, steps: readonly StepId[]): Promise<readonly HeldStore[]> {
  const ready = new Map<StepId, string>();
  for (const step of steps.filter((one) => deleteSteps.includes(one)))
    ready.set(step, await readyStore(platform, step));
  const held = await Promise.all(steps.map((step) => holdStore(platform, step, ready.get(step))));
  for (const store of held) {
    if (!(await isStillHeld(platform, store))) throw new Error(`${store.step} was over too early`);
  }
  return held;
}

/** While `work` runs, lets every frozen helm go on, those of later attempts too; other steps end by themselves. */
export async function whileReleasing<T>(stores: readonly HeldStore[], work: () => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const releasing = (async () => {
    while (!stop.signal.aborted) {
      for (const { storeId } of stores) signal(await helmProcesses(storeId), 'SIGCONT');
      await delay(1000, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();
  try {
    return await work();
  } finally {
    stop.abort();
    await releasing;
  }
}

async function readyStore(platform: TestPlatform, step: StepId): Promise<string> {
  const { body } = await create(platform, step);
  await operationEnd(platform, body.operation.id, 180_000);
  return body.store.id;
}

async function holdStore(platform: TestPlatform, step: StepId, existing: string | undefined): Promise<HeldStore> {
  const accepted =
    existing === undefined ? await create(platform, step) : await platform.api.delete(`/api/stores/${existing}`);
  const held = { storeId: accepted.body.store.id, operationId: accepted.body.operation.id, step };
  await stepActive(platform, held.operationId, step);
  if (helmSteps.includes(step)) {
    await until(`a frozen helm of ${held.storeId} in ${step}`, async () =>
      (await isHelmFrozen(held.storeId)) ? true : undefined,
    );
  }
  return held;
}

function create(platform: TestPlatform, step: StepId) {
  const slug = `slow-${step}-${randomBase32(6)}`;
  return platform.api.post('/api/stores', { name: `Held in ${step}`, slug, engine: 'sample' });
}

async function isStillHeld(platform: TestPlatform, { operationId, step }: HeldStore): Promise<boolean> {
  const operation = await platform.api.get<OperationView>(`/api/operations/${operationId}`);
  return operation.steps.some((one) => one.id === step && one.state === 'active');
}

async function isHelmFrozen(storeId: string): Promise<boolean> {
  for (const pid of await helmProcesses(storeId)) if (await isFrozen(pid)) return true;
  return false;
}
