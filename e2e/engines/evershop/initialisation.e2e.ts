import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectStack } from '../support/stack.ts';
import { StoreUnderTest } from '../support/store.ts';

// The initialisation program on empty databases inside a running store: migrations, sample shop, owner, version. A store's
// own database comes prepared, so its initialisation is too short to be interrupted at interesting points.
const stack = await connectStack();
const engine = stack.engines.get('evershop');
const isAvailable = stack.engines.availability(engine.id).available;
const store = new StoreUnderTest(stack, engine);
const kills = 20;

const minutes = (count: number): AbortSignal => AbortSignal.timeout(count * 60_000);

function inDatabase(...command: string[]) {
  return store.runInPod({ component: 'database', container: 'postgresql', command }, minutes(2));
}

function inShop(...command: string[]) {
  return store.runInPod({ component: 'web', container: 'shop', command }, minutes(2));
}

async function createDatabase(name: string): Promise<void> {
  const psql = ['psql', '--host', '/run/postgresql', '--username', 'postgres', '--dbname', 'evershop'];
  const { exitCode, stderr } = await inDatabase(...psql, '--command', `CREATE DATABASE ${name} OWNER evershop`);
  expect(exitCode, stderr).toBe(0);
}

/** `killAfterMs` ends it with SIGKILL; exit code 137 then. */
function initialise(database: string, killAfterMs?: number) {
  const variables = [
    `DB_NAME=${database}`,
    'OWNER_DIRECTORY=/tmp/owner',
    'STORE_TITLE=Interrupted',
    'STORE_CURRENCY=EUR',
    'STORE_COUNTRY=DE',
  ];
  const limit = killAfterMs === undefined ? [] : ['timeout', '--signal=KILL', `${killAfterMs / 1000}s`];
  return inShop('env', ...variables, ...limit, 'node', 'runtime/initialise.mjs');
}

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
  const { exitCode, stdout, stderr } = await inDatabase(...psql, '--tuples-only', '--no-align', '--command', query);
  expect(exitCode, stderr).toBe(0);
  return stdout;
}

beforeAll(async () => {
  if (!isAvailable) return;
  await store.create(minutes(3));
  const files = ['username', 'email', 'password'].map((key) => `printf owner@example.com > /tmp/owner/${key}`);
  await inShop('sh', '-c', `mkdir -p /tmp/owner && ${files.join(' && ')}`);
  // The store's own rules let nobody into another database.
  const rules = '/var/lib/postgresql/data/pg_hba.conf';
  await inDatabase('sh', '-c', `echo 'host all evershop all scram-sha-256' >> ${rules}`);
  const psql = ['psql', '--host', '/run/postgresql', '--username', 'postgres', '--dbname', 'evershop'];
  await inDatabase(...psql, '--command', 'SELECT pg_reload_conf()');
}, 240_000);

afterAll(() => (isAvailable ? store.remove() : undefined), 150_000);

test.skipIf(!isAvailable)(
  `killed ${kills} times at random, it ends like one clean run`,
  async () => {
    await createDatabase('clean');
    const start = performance.now();
    expect((await initialise('clean')).exitCode).toBe(0);
    const cleanMs = performance.now() - start;
    await createDatabase('interrupted');
    let killed = 0;
    for (let attempt = 0; attempt < kills; attempt += 1) {
      const { exitCode } = await initialise('interrupted', Math.round(100 + Math.random() * cleanMs));
      if (exitCode !== 0) killed += 1;
    }
    expect(killed).toBeGreaterThan(0);
    expect((await initialise('interrupted')).exitCode).toBe(0);
    expect(await contentsOf('interrupted')).toBe(await contentsOf('clean'));
    const repeated = await initialise('interrupted');
    expect(repeated.stdout).toContain('"result":"done","changes":0,');
  },
  300_000,
);

test.skipIf(!isAvailable)(
  'its exit code tells what is wrong',
  async () => {
    const run = (...variables: string[]) => inShop('env', ...variables, 'node', 'runtime/initialise.mjs');
    const owner = ['OWNER_DIRECTORY=/tmp/owner', 'STORE_TITLE=x', 'STORE_CURRENCY=EUR', 'STORE_COUNTRY=DE'];
    expect((await run(...owner, 'DB_PASSWORD=wrong')).exitCode).toBe(30);
    expect((await run('STORE_TITLE=')).exitCode).toBe(50);
    await inDatabase(
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
    const away = await inShop('env', ...ports, 'DB_PORT=9', 'node', 'runtime/serve.mjs');
    expect(away.exitCode).toBe(20);
    const refused = await inShop('env', ...ports, 'DB_PASSWORD=wrong', 'node', 'runtime/serve.mjs');
    expect(refused.exitCode).toBe(30);
  },
  120_000,
);

test.skipIf(!isAvailable)('one process serves everything', async () => {
  const { stdout } = await inShop('sh', '-c', 'for p in /proc/[0-9]*; do tr "\\0" " " < $p/cmdline; echo; done');
  const processes = stdout.split('\n').filter((line) => line.includes('node ') || line.startsWith('/usr/bin/tini'));
  expect(processes.filter((line) => line.startsWith('node '))).toHaveLength(1);
});
