import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitUntil } from '@shopwright/local';
import { z } from 'zod';
import { connectStack } from '../engines/support/stack.ts';
import { StoreUnderTest } from '../engines/support/store.ts';
import { runScript } from './support/in-pod.ts';

const stack = await connectStack();
const store = new StoreUnderTest(stack, stack.engines.get('woocommerce'));

const reportSchema = z.object({
  cleanExitCode: z.int(),
  cleanMs: z.int(),
  rounds: z.array(
    z.object({
      wasKilled: z.boolean(),
      exitCode: z.int().nullable(),
      isSame: z.boolean(),
      repeated: z.int().nullable(),
      isStill: z.boolean(),
    }),
  ),
});

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
    ({ exitCode, isSame, repeated, isStill }) => exitCode !== 0 || !isSame || repeated !== 0 || !isStill,
  );
  expect(wrong).toEqual([]);
}, 600_000);
