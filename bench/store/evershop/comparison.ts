import { EmptyDatabases } from '../../../e2e/engines/evershop/empty-database.ts';
import { type Comparison, timed } from '../comparison.ts';

const installDatabase = ['initdb', '--pgdata', '/tmp/first-start', '--auth', 'trust'];

/** EverShop's own way: a new database, in which the first start runs every migration, and a sample shop made in it. */
export const comparison: Comparison = {
  containers: { database: 'postgresql', web: 'shop' },
  measure: async (store) => {
    const databases = new EmptyDatabases(store);
    const made = await timed('initdb', () => databases.inDatabase(...installDatabase));
    await databases.prepare();
    await databases.create('unprepared');
    const shop = await timed('the initialisation', () => databases.initialise('unprepared'));
    return { way: 'migrations', databaseMs: made.milliseconds, shopMs: shop.milliseconds, fixedWaitsMs: 0 };
  },
};
