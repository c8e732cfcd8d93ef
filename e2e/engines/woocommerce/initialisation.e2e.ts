import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitUntil } from '@shopwright/local';
import { z } from 'zod';
import { StoreUnderTest } from '../support/store.ts';
import { runScript } from './support/in-pod.ts';
import { describeStore, stack, woocommerce } from './support/woocommerce.ts';

// Work that is due would change the database beside the initialisation.
const store = new StoreUnderTest(stack, {
  ...woocommerce,
  values: (spec, environment) => ({ ...woocommerce.values(spec, environment), web: { cronSeconds: 3600 } }),
});

const reportSchema = z.object({
  cleanExitCode: z.int(),
  cleanMs: z.int(),
  rounds: z.array(
    z.object({
      wasKilled: z.boolean(),
      exitCode: z.int().nullable(),
      differs: z.array(z.string()),
      repeated: z.int().nullable(),
      drifts: z.array(z.string()),
    }),
  ),
});

describeStore('initialisation', () => {
  beforeAll(async () => {
    const signal = AbortSignal.timeout(120_000);
    await store.createSecrets(signal);
    await store.upgrade(false, signal);
    await waitUntil(
      'a running PHP container',
      async () =>
        (await store
          .runInPod({ component: 'web', container: 'php', command: ['true'] }, signal)
          .then(({ exitCode }) => exitCode)
          .catch(() => undefined)) === 0,
      { timeoutMs: 90_000, intervalMs: 250, signal },
    );
  }, 150_000);

  afterAll(() => store.remove(), 150_000);

  test('killed at 20 random moments, the initialisation always ends in the state of a clean run', async () => {
    const report = await runScript(store, 'kill-initialisation.php', reportSchema, AbortSignal.timeout(540_000));
    expect(report.cleanExitCode).toBe(0);
    expect(report.rounds).toHaveLength(20);
    expect(report.rounds.filter((round) => round.wasKilled).length).toBeGreaterThan(10);
    const wrong = report.rounds.filter(
      ({ exitCode, differs, repeated, drifts }) =>
        exitCode !== 0 || repeated !== 0 || differs.length + drifts.length > 0,
    );
    expect(wrong).toEqual([]);
  }, 600_000);
});
