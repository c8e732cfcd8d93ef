import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Comparison, timed } from '../comparison.ts';

const callsSchema = z.object({ milliseconds: z.int(), failed: z.array(z.string()) });

const installDatabase = [
  'mariadb-install-db',
  '--no-defaults',
  '--datadir=/tmp/first-start',
  '--auth-root-authentication-method=socket',
  '--skip-test-db',
  '--innodb-use-native-aio=OFF',
];

/**
 * The way of the platform's predecessor: the database made at its first start, then one WP-CLI call for each setting. Its fixed
 * probe delays (15 s for the database, 30 s for the web server) came on top.
 */
export const comparison: Comparison = {
  containers: { database: 'mariadb', web: 'php' },
  measure: async (store, signal) => {
    const database = { component: 'database', container: 'mariadb', command: installDatabase };
    const made = await timed('mariadb-install-db', () => store.runInPod(database, signal));
    const stdin = await readFile(path.join(import.meta.dirname, 'seed-calls.php'), 'utf8');
    const web = { component: 'web', container: 'php', command: ['php', '-n'], stdin };
    const { stdout } = await timed('the calls', () => store.runInPod(web, signal));
    const { milliseconds, failed } = callsSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null'));
    if (failed.length > 0) throw new Error(`WP-CLI calls failed: ${failed.join('; ')}`);
    return { way: '22 WP-CLI calls', databaseMs: made.milliseconds, shopMs: milliseconds, fixedWaitsMs: 45_000 };
  },
};
