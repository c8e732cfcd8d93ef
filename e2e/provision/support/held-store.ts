import { randomBase32 } from '@shopwright/contract/ids';
import type { StepId } from '@shopwright/contract/steps';
import type { TestPlatform } from './platform.ts';
import { until } from './until.ts';
import { helmProcesses } from './victims.ts';
import { operationEnd, stepActive } from './wait.ts';

export interface HeldStore {
  storeId: string;
  operationId: string;
  step: StepId;
  /** Lets a stopped helm go on; nothing for steps that are slow by themselves. */
  release: () => void;
}

const helmSteps: readonly StepId[] = ['install', 'route', 'uninstall'];
const deleteSteps: readonly StepId[] = ['uninstall', 'remove-namespace'];

/** A store whose operation is in the middle of a step and stays there long enough to be hit. */
export async function holdStore(platform: TestPlatform, step: StepId): Promise<HeldStore> {
  const slug = `slow-${step}-${randomBase32(6)}`;
  const { body } = await platform.api.post('/api/stores', { name: `Held in ${step}`, slug, engine: 'sample' });
  const storeId = body.store.id;
  if (!deleteSteps.includes(step)) return hold(platform, storeId, body.operation.id, step);
  await operationEnd(platform, body.operation.id, 180_000);
  const deletion = await platform.api.delete(`/api/stores/${storeId}`);
  return hold(platform, storeId, deletion.body.operation.id, step);
}

async function hold(platform: TestPlatform, storeId: string, operationId: string, step: StepId): Promise<HeldStore> {
  if (!helmSteps.includes(step)) {
    await stepActive(platform, operationId, step);
    return { storeId, operationId, step, release: () => undefined };
  }
  const stopped = await stopHelm(platform, { storeId, operationId, step });
  return { storeId, operationId, step, release: () => signal(stopped, 'SIGCONT') };
}

/** Freezes the helm of a step in the middle of its work. */
async function stopHelm(platform: TestPlatform, held: Omit<HeldStore, 'release'>): Promise<readonly number[]> {
  await stepActive(platform, held.operationId, held.step);
  return until(`helm of ${held.storeId} in ${held.step}`, async () => {
    const pids = await helmProcesses(held.storeId);
    signal(pids, 'SIGSTOP');
    return pids.length > 0 ? pids : undefined;
  });
}

export function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended: nothing to signal.
    }
  }
}
