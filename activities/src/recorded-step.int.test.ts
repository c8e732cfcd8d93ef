import { aborted } from 'node:util';
import { MockActivityEnvironment } from '@temporalio/testing';
import { stepsOf } from '@shopwright/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedStep } from './recorded-step.ts';
import { createActivityHarness, type ActivityHarness } from './testing/activity-harness.ts';
import { plainEngine } from './testing/plain-engine.ts';

describe('recorded step', () => {
  let harness: ActivityHarness;
  beforeAll(async () => {
    harness = await createActivityHarness(plainEngine);
  });
  afterAll(() => harness.close());

  const probeStep = async (operationId: `op-${string}`) =>
    (await stepsOf(harness.database.db, [operationId])).get(operationId)?.find((step) => step.step === 'probe');

  it('leaves cancelled when it is cancelled, and says so in its step', async () => {
    const input = await harness.newStore();
    const environment = new MockActivityEnvironment({ attempt: 1 });
    const activity = recordedStep(harness.deps, 'probe', async ({ signal }) => {
      environment.cancel('CANCELLED');
      await aborted(signal, environment);
      signal.throwIfAborted();
      return {};
    });
    await expect(environment.run(activity, input)).rejects.toThrow(/CANCELLED|WORKER_SHUTDOWN/);
    expect((await probeStep(input.operationId))?.attempts[0]?.endedAt).toBeInstanceOf(Date);
  });

  it('shows progress without secrets', async () => {
    const input = await harness.newStore();
    const activity = recordedStep(harness.deps, 'probe', async ({ progress }) => {
      await progress('signing in with password=hunter2');
      return {};
    });
    await harness.run(activity, input);
    expect((await probeStep(input.operationId))?.progress).toBe('signing in with password=[redacted]');
  });
});
