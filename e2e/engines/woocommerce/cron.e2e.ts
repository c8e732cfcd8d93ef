import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitUntil } from '@shopwright/local';
import { z } from 'zod';
import { StoreUnderTest } from '../support/store.ts';
import { runScript } from './support/in-pod.ts';
import { describeStore, stack, woocommerce } from './support/woocommerce.ts';

const store = new StoreUnderTest(stack, woocommerce);
const workSchema = z.object({ actions: z.array(z.string()), event: z.boolean(), transient: z.boolean() });

describeStore('cron', () => {
  beforeAll(() => store.create(AbortSignal.timeout(180_000)), 200_000);
  afterAll(() => store.remove(), 150_000);

  test('due work of Action Scheduler and WP-Cron runs without a visitor', async () => {
    const signal = AbortSignal.timeout(240_000);
    await runScript(store, 'schedule-work.php', z.object({ action: z.int().positive() }), signal);
    expect(await runScript(store, 'read-work.php', workSchema, signal)).toEqual({
      actions: ['pending'],
      event: true,
      transient: true,
    });
    await waitUntil(
      'the end of the scheduled work',
      async () => {
        const work = await runScript(store, 'read-work.php', workSchema, signal);
        return work.actions[0] === 'complete' && !work.event && !work.transient;
      },
      { timeoutMs: 200_000, intervalMs: 5000, signal },
    );
  }, 260_000);
});
