import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitUntil } from '@shopwright/local';
import { z } from 'zod';
import { StoreUnderTest } from '../support/store.ts';
import { writablePlaces } from '../support/writable-places.ts';
import { describeStore, stack, woocommerce } from './support/woocommerce.ts';

const store = new StoreUnderTest(stack, woocommerce);
const other = new StoreUnderTest(stack, woocommerce);

const soon = (): AbortSignal => AbortSignal.timeout(60_000);
const installers = ['/wp-admin/install.php', '/wp-admin/setup-config.php'];

async function statusOf(path: string, method: 'GET' | 'POST' = 'GET'): Promise<number> {
  return (await store.http(soon())({ path, method })).status;
}

/** Runs a command in the PHP container and says whether it succeeded. */
async function succeeds(...command: readonly string[]): Promise<boolean> {
  const { exitCode } = await store.runInPod({ component: 'web', container: 'php', command }, soon());
  return exitCode === 0;
}

/** Writes a file on the volume of uploads, as a hole in a plugin might. */
async function upload(name: string, content: string): Promise<void> {
  const command = ['tee', `/srv/www/wp-content/uploads/${name}`];
  const { exitCode } = await store.runInPod({ component: 'web', container: 'php', command, stdin: content }, soon());
  expect(exitCode).toBe(0);
}

/** Asks the store's own web server from within its pod, where no route and no readiness stands before it. */
async function statusInside(path: string, method: 'GET' | 'POST'): Promise<string> {
  const ask = `
    $context = stream_context_create(array('http' => array('method' => '${method}', 'ignore_errors' => true)));
    file_get_contents('http://127.0.0.1:8080${path}', false, $context);
    echo explode(' ', $http_response_header[0])[1];`;
  const { stdout } = await store.runInPod(
    { component: 'web', container: 'php', command: ['php', '-n', '-r', ask] },
    soon(),
  );
  return stdout.trim();
}

/** Statuses of every installer for every method, in the pod and through the route. */
async function installerStatuses(): Promise<readonly string[]> {
  const requests = installers.flatMap((path) => (['GET', 'POST'] as const).map((method) => ({ path, method })));
  return Promise.all(
    requests.flatMap(({ path, method }) => [
      statusInside(path, method),
      statusOf(path, method).then((status) => (status === 503 || status === 502 ? 'not served' : String(status))),
    ]),
  );
}

describeStore('before the initialisation', () => {
  beforeAll(async () => {
    await store.createSecrets(soon());
    await store.upgrade(true, soon());
    await waitUntil(
      'the web server',
      async () => (await statusInside('/healthz/live', 'GET').catch(() => '')) === '200',
      {
        timeoutMs: 60_000,
        intervalMs: 250,
      },
    );
  }, 120_000);

  test('the installers are closed inside and outside, although the route is open', async () => {
    const statuses = await installerStatuses();
    expect(new Set(statuses)).toEqual(new Set(['404', 'not served']));
  });
});

describeStore('of a selling store', () => {
  beforeAll(async () => {
    const over = new AbortController();
    const attack = async (): Promise<ReadonlySet<string>> => {
      const seen = new Set<string>();
      while (!over.signal.aborted) for (const status of await installerStatuses()) seen.add(status);
      return seen;
    };
    const initialise = store.initialise(AbortSignal.timeout(120_000)).finally(() => {
      over.abort();
    });
    const [during] = await Promise.all([attack(), initialise, other.create(AbortSignal.timeout(180_000))]);
    expect([...during].filter((status) => !['404', 'not served'].includes(status))).toEqual([]);
    await store.openRoute(soon());
    await store.probe(soon());
  }, 240_000);

  afterAll(() => Promise.all([store.remove(), other.remove()]), 150_000);

  test.each([
    ...installers,
    '/wp-admin/upgrade.php',
    '/wp-admin/maint/repair.php',
    '/xmlrpc.php',
    '/wp-config.php',
    '/wp-cron.php',
    '/healthz/ready',
    '/wp-includes/load.php',
    '/wp-content/plugins/woocommerce/woocommerce.php',
    '/wp-content/mu-plugins/shopwright.php',
    '/wp-content/uploads/.prepared.php',
    '/.git/config',
    '/readme.html',
    '/wp-json/wp/v2/users',
  ])('%s is not there', async (path) => {
    expect(await statusOf(path)).toBe(404);
    expect(await statusOf(path, 'POST')).toBe(404);
  });

  test.each([
    '/srv/www/intruder.php',
    '/srv/www/wp-content/intruder.php',
    '/srv/www/wp-content/plugins/intruder.php',
    '/srv/www/wp-content/mu-plugins/intruder.php',
    '/srv/www/wp-content/themes/storefront/functions.php',
    '/srv/www/wp-config.php',
    '/opt/store/src/intruder.php',
    '/opt/store/health/ready.php',
    '/etc/php/8.4/fpm/conf.d/99-intruder.ini',
    '/etc/nginx/nginx.conf',
  ])('%s cannot be written', async (path) => {
    expect(await succeeds('dd', 'if=/dev/zero', `of=${path}`, 'count=1')).toBe(false);
  });

  test.each([
    ['web', 'php', ['/run/store', '/srv/www/wp-content/uploads', '/tmp']],
    ['web', 'nginx', ['/run/store', '/tmp']],
    ['web', 'cron', []],
    ['database', 'mariadb', ['/run/mariadb', '/tmp', '/var/lib/mysql']],
  ])('the %s container %s can write where PHP runs nothing, and nowhere else', async (component, container, places) => {
    expect(await writablePlaces(store, component, container)).toEqual({
      inImage: [],
      isRootReadOnly: true,
      mounted: new Set(places),
    });
  });

  test('compiled code cannot be written or replaced', async () => {
    const files = await store.runInPod(
      {
        component: 'web',
        container: 'php',
        command: ['find', '-L', '/run/store/opcache', '-name', 'wp-load.php.bin'],
      },
      soon(),
    );
    const compiled = files.stdout.trim().split('\n').filter(Boolean);
    expect(compiled.length).toBeGreaterThan(0);
    for (const file of compiled) expect(await succeeds('dd', 'if=/dev/zero', `of=${file}`, 'count=1')).toBe(false);
  });

  test.each(['x.php', 'x.php5', 'x.phtml', 'x.phar', 'x.PHP', 'x.log'])('an uploaded %s never runs', async (name) => {
    await upload(name, '<?php echo 6 * 7, "-ran";');
    for (const suffix of ['', '/', '/x.jpg']) {
      const { status, body } = await store.http(soon())({ path: `/wp-content/uploads/${name}${suffix}` });
      expect(status).toBe(404);
      expect(body).not.toContain('42-ran');
    }
  });

  test('PHP hidden in a picture is delivered as a picture', async () => {
    await upload('x.jpg', '<?php echo 6 * 7, "-ran";');
    for (const path of ['/wp-content/uploads/x.jpg', '/wp-content/uploads/x.jpg/index.php']) {
      const { body } = await store.http(soon())({ path });
      expect(body).not.toContain('42-ran');
    }
  });

  test('logs and files for sale are not delivered', async () => {
    for (const directory of ['wc-logs', 'woocommerce_uploads']) {
      await succeeds('mkdir', '-p', `/srv/www/wp-content/uploads/${directory}`);
      await upload(`${directory}/secret.txt`, 'secret');
      expect(await statusOf(`/wp-content/uploads/${directory}/secret.txt`)).toBe(404);
    }
  });

  test('a cart token of one store opens no cart of another', async () => {
    const cartSchema = z.object({ items_count: z.int() });
    const products = await store.http(soon())({ path: '/wp-json/wc/store/v1/products' });
    const [product] = z.array(z.object({ id: z.int() })).parse(JSON.parse(products.body));
    const token = String((await store.http(soon())({ path: '/wp-json/wc/store/v1/cart' })).headers['cart-token']);
    const headers = { 'Cart-Token': token };
    const added = await store.http(soon())({
      method: 'POST',
      path: '/wp-json/wc/store/v1/cart/add-item',
      headers,
      json: { id: product?.id, quantity: 1 },
    });
    expect(cartSchema.parse(JSON.parse(added.body)).items_count).toBe(1);
    const foreign = await other.http(soon())({ path: '/wp-json/wc/store/v1/cart', headers });
    expect(cartSchema.safeParse(JSON.parse(foreign.body)).data?.items_count ?? 0).toBe(0);
    const refused = await other.http(soon())({
      method: 'POST',
      path: '/wp-json/wc/store/v1/cart/add-item',
      headers,
      json: { id: product?.id, quantity: 1 },
    });
    expect(refused.status).toBe(401);
  });

  test.each(['root', 'store-database', 'mysql'])('the database lets nobody in as %s', async (user) => {
    const connect = `mysqli_connect('database', '${user}', '') ? exit(0) : exit(1);`;
    expect(await succeeds('php', '-r', connect)).toBe(false);
  });

  test('guessing passwords is slowed down', async () => {
    const statuses = await Promise.all(Array.from({ length: 30 }, () => statusOf('/wp-login.php', 'POST')));
    expect(statuses).toContain(429);
  });
});
