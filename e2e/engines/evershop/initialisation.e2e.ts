import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectStack } from '../support/stack.ts';
import { StoreUnderTest } from '../support/store.ts';
import { EmptyDatabases } from './empty-database.ts';

// The initialisation program on empty databases inside a running store: migrations, sample shop, owner, version. A store's
// own database comes prepared, so its initialisation is too short to be interrupted at interesting points.
const stack = await connectStack();
const engine = stack.engines.get('evershop');
const isAvailable = stack.engines.availability(engine.id).available;
const store = new StoreUnderTest(stack, engine);
const databases = new EmptyDatabases(store);
const kills = 20;

const minutes = (count: number): AbortSignal => AbortSignal.timeout(count * 60_000);

/** What a shop consists of, without ids, times and hashes, which differ from run to run. */
async function contentsOf(database: string): Promise<string> {
  const query = `
    SELECT 'table', table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT 'migration', module, version FROM migration
    UNION ALL SELECT 'setting', name, value FROM setting
    UNION ALL SELECT 'owner', email, full_name FROM admin_user
    UNION ALL SELECT 'product', sku, price::text FROM product
    UNION ALL SELECT 'stock', sku, qty::text FROM product JOIN product_inventory ON product_inventory_product_id = product_id
    UNION ALL SELECT 'picture', sku, origin_image FROM product JOIN product_image ON product_image_product_id = product_id
    UNION ALL SELECT 'collected', code, sku FROM product_collection JOIN collection USING (collection_id) JOIN product USING (product_id)
    UNION ALL SELECT 'widget', name, area FROM widget_instance JOIN widget_placement USING (widget_instance_id)
    UNION ALL SELECT 'page', url_key, name FROM cms_page_description
    UNION ALL SELECT 'category', url_key, name FROM category_description
    UNION ALL SELECT 'rate', z.name, m.name || r.cost::text FROM core_shipping_method_rate r
      JOIN shipping_zone z ON shipping_zone_id = zone_id JOIN core_shipping_method m ON core_shipping_method_id = method_id
    UNION ALL SELECT 'country', name, country FROM shipping_zone JOIN shipping_zone_country ON zone_id = shipping_zone_id
    UNION ALL SELECT 'address', entity_type, regexp_replace(request_path, '[0-9a-f-]{36}', '') FROM url_rewrite
    ORDER BY 1, 2, 3`;
  const psql = ['psql', '--host', '/run/postgresql', '--username', 'evershop', '--dbname', database];
  const { exitCode, stdout, stderr } = await databases.inDatabase(
    ...psql,
    '--tuples-only',
    '--no-align',
    '--command',
    query,
  );
  expect(exitCode, stderr).toBe(0);
  return stdout;
}

beforeAll(async () => {
  if (!isAvailable) return;
  await store.create(minutes(3));
  await databases.prepare();
}, 240_000);

afterAll(() => (isAvailable ? store.remove() : undefined), 150_000);

test.skipIf(!isAvailable)(
  `killed ${kills} times at random, it ends like one clean run`,
  async () => {
    await databases.create('clean');
    const start = performance.now();
    expect((await databases.initialise('clean')).exitCode).toBe(0);
    const cleanMs = performance.now() - start;
    await databases.create('interrupted');
    let killed = 0;
    for (let attempt = 0; attempt < kills; attempt += 1) {
      const { exitCode } = await databases.initialise('interrupted', Math.round(100 + Math.random() * cleanMs));
      if (exitCode !== 0) killed += 1;
    }
    expect(killed).toBeGreaterThan(0);
    expect((await databases.initialise('interrupted')).exitCode).toBe(0);
    expect(await contentsOf('interrupted')).toBe(await contentsOf('clean'));
    const repeated = await databases.initialise('interrupted');
    expect(repeated.stdout).toContain('"result":"done","changes":0,');
  },
  300_000,
);

test.skipIf(!isAvailable)(
  'its exit code tells what is wrong',
  async () => {
    const run = (...variables: string[]) => databases.inShop('env', ...variables, 'node', 'runtime/initialise.mjs');
    const owner = ['OWNER_DIRECTORY=/tmp/owner', 'STORE_TITLE=x', 'STORE_CURRENCY=EUR', 'STORE_COUNTRY=DE'];
    expect((await run(...owner, 'DB_PASSWORD=wrong')).exitCode).toBe(30);
    expect((await run('STORE_TITLE=')).exitCode).toBe(50);
    await databases.inDatabase(
      'psql',
      '--host',
      '/run/postgresql',
      '--username',
      'evershop',
      '--dbname',
      'clean',
      '--command',
      `UPDATE setting SET value = '1.0.0' WHERE name = 'platformSchemaVersion'`,
    );
    expect((await run(...owner, 'DB_NAME=clean')).exitCode).toBe(40);
    expect((await run(...owner, 'DB_PORT=9')).exitCode).toBe(20);
  },
  120_000,
);

test.skipIf(!isAvailable)(
  'the shop ends with a code of its own when its database stays away',
  async () => {
    const ports = ['PORT=18080', 'HEALTH_PORT=19090'];
    const away = await databases.inShop('env', ...ports, 'DB_PORT=9', 'node', 'runtime/serve.mjs');
    expect(away.exitCode).toBe(20);
    const refused = await databases.inShop('env', ...ports, 'DB_PASSWORD=wrong', 'node', 'runtime/serve.mjs');
    expect(refused.exitCode).toBe(30);
  },
  120_000,
);

test.skipIf(!isAvailable)('one process serves everything', async () => {
  const { stdout } = await databases.inShop(
    'sh',
    '-c',
    'for p in /proc/[0-9]*; do tr "\\0" " " < $p/cmdline; echo; done',
  );
  const processes = stdout.split('\n').filter((line) => line.includes('node ') || line.startsWith('/usr/bin/tini'));
  expect(processes.filter((line) => line.startsWith('node '))).toHaveLength(1);
});
