import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { waitUntil } from '@shopwright/local';
import { z } from 'zod';
import type { Stack } from '../../e2e/engines/support/stack.ts';
import { StoreUnderTest } from '../../e2e/engines/support/store.ts';

const callsSchema = z.object({ calls: z.int(), milliseconds: z.int(), failed: z.array(z.string()) });

/**
 * The predecessor's way with its waits left out: the database made at its first start, then one WP-CLI call for each setting.
 * Its fixed probe delays (15 s for the database, 30 s for the web server) came on top.
 */
export async function seedWay(stack: Stack) {
  const store = new StoreUnderTest(stack, stack.engines.get('woocommerce'));
  const signal = AbortSignal.timeout(300_000);
  try {
    await store.createSecrets(signal);
    await store.upgrade(false, signal);
    const database = { component: 'database', container: 'mariadb' };
    const web = { component: 'web', container: 'php' };
    for (const { component, container } of [database, web]) {
      await waitUntil(
        `a running ${container}`,
        () =>
          store.runInPod({ component, container, command: ['true'] }, signal).then(
            ({ exitCode }) => exitCode === 0,
            () => false,
          ),
        { timeoutMs: 90_000, intervalMs: 250, signal },
      );
    }
    const start = performance.now();
    const made = await store.runInPod({ ...database, command: installDatabase }, signal);
    if (made.exitCode !== 0) throw new Error(`mariadb-install-db failed: ${made.stderr}`);
    const databaseMs = Math.round(performance.now() - start);
    const stdin = await readFile(path.join(import.meta.dirname, 'seed-calls.php'), 'utf8');
    const { stdout, stderr } = await store.runInPod({ ...web, command: ['php', '-n'], stdin }, signal);
    const answer = callsSchema.safeParse(JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null'));
    if (!answer.success || answer.data.failed.length > 0) throw new Error(`WP-CLI calls failed: ${stdout}\n${stderr}`);
    const { calls, milliseconds } = answer.data;
    return { databaseMs, calls, callsMs: milliseconds, workMs: databaseMs + milliseconds, fixedWaitsMs: 45_000 };
  } finally {
    await store.remove();
  }
}

const installDatabase = [
  'mariadb-install-db',
  '--no-defaults',
  '--datadir=/tmp/first-start',
  '--auth-root-authentication-method=socket',
  '--skip-test-db',
  '--innodb-use-native-aio=OFF',
];
