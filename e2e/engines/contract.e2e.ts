import type { V1Pod } from '@kubernetes/client-node';
import { kubePaths } from '@shopwright/activities/kube/paths';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitUntil } from '@shopwright/local';
import { loadJourney, type Journey } from './journey.ts';
import { keepScreenshot, newVisitor, openBrowser } from './support/browser.ts';
import { awkwardPassword, awkwardTitle } from './support/spec.ts';
import { connectStack } from './support/stack.ts';
import { writablePlaces } from './support/writable-places.ts';
import { guardRailSuite } from './suites/guard-rails.ts';
import { StoreUnderTest } from './support/store.ts';

// What the platform asks of every engine, on the real node. Engines without images are left out; the first test says so.
const stack = await connectStack();
const engines = stack.engines.list();
const available = engines.filter((engine) => stack.engines.availability(engine.id).available);

const minutes = (count: number): AbortSignal => AbortSignal.timeout(count * 60_000);

/** Numbers of changes that the steps of an initialisation reported. */
function reportedChanges(lines: readonly string[]): number[] {
  return lines
    .filter((line) => line.startsWith('{'))
    .map((line): { changes?: number } => JSON.parse(line))
    .flatMap(({ changes }) => (changes === undefined ? [] : [changes]));
}

test('at least one engine can be tried', () => {
  expect(engines.length).toBeGreaterThan(0);
  expect(available.map((engine) => engine.id)).not.toEqual([]);
});

describe.each(available.map((engine) => ({ id: engine.id, engine })))('engine $id', ({ engine }) => {
  const store = new StoreUnderTest(stack, engine);
  let journey: Journey;

  beforeAll(async () => {
    journey = await loadJourney(engine.id);
    await store.create(minutes(3));
  }, 240_000);

  afterAll(() => store.remove(), 150_000);

  test('the address shows the shop under its title', async () => {
    const browser = await openBrowser();
    try {
      const page = await newVisitor(browser, store.spec.publicUrl);
      await page.goto('/');
      await keepScreenshot(page, `${engine.id}-home`);
      expect(await journey.titleOf(page)).toContain(awkwardTitle);
    } finally {
      await browser.close();
    }
  });

  test('a second initialisation changes nothing', async () => {
    const run = await store.initialise(minutes(1));
    expect(run.exitCode).toBe(0);
    const changes = reportedChanges(run.lines);
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every((count) => count === 0)).toBe(true);
  });

  test('the probe buys, leaves nothing, and can be repeated', async () => {
    const first = await store.probe(minutes(1));
    const second = await store.probe(minutes(1));
    expect(first.steps.map((step) => step.name)).toEqual(second.steps.map((step) => step.name));
    expect(first.orderReference).not.toBe('');
  });

  test('a person buys in a browser and the owner finds the order', async () => {
    const browser = await openBrowser();
    try {
      const shop = await newVisitor(browser, store.spec.publicUrl);
      const order = await journey.buy(shop, { email: 'shopper@example.com', name: 'Anna Müller' });
      await keepScreenshot(shop, `${engine.id}-order-received`);
      expect(order.number).toMatch(/\d/);
      const admin = await newVisitor(browser, store.spec.publicUrl);
      const login = engine.adminLogin === 'email' ? store.spec.adminEmail : store.spec.adminUsername;
      const text = await journey.findInAdmin(admin, { login, password: awkwardPassword }, order);
      await keepScreenshot(admin, `${engine.id}-order-in-admin`);
      expect(text).toContain(order.number);
      expect(text).toContain(order.total);
    } finally {
      await browser.close();
    }
  });

  test('no container can write its image, hold a token or be root', async () => {
    const pods = await stack.kube.list<V1Pod>(kubePaths.pods(store.spec.storeId), {
      query: { fieldSelector: 'status.phase=Running' },
    });
    expect(pods.length).toBeGreaterThan(0);
    for (const pod of pods) {
      const component = pod.metadata?.labels?.['app.kubernetes.io/component'] ?? '';
      for (const { name: container } of pod.spec?.containers ?? []) {
        const run = (command: readonly string[]) => store.runInPod({ component, container, command }, minutes(1));
        expect((await run(['id', '-u'])).stdout.trim()).toBe('10001');
        expect(await writablePlaces(store, component, container)).toMatchObject({ inImage: [], isRootReadOnly: true });
        expect((await run(['ls', '/var/run/secrets/kubernetes.io'])).exitCode).not.toBe(0);
      }
    }
  });

  guardRailSuite(store);

  test('the store sells again after both parts were restarted', async () => {
    const pods = await stack.kube.list<V1Pod>(kubePaths.pods(store.spec.storeId));
    for (const pod of pods) {
      const path = `${kubePaths.pods(store.spec.storeId)}/${pod.metadata?.name}`;
      await stack.kube.write(path, { method: 'DELETE' });
    }
    await waitUntil('a passing probe', async () => (await store.probe(minutes(1))).orderReference !== '', {
      timeoutMs: 120_000,
      intervalMs: 1000,
    });
  }, 180_000);

  test('a closed route fails the probe with a code', async () => {
    await store.upgrade(false, minutes(1));
    const answer = store.http(minutes(1));
    await waitUntil('the route to close', async () => (await answer({ path: '/' })).status === 404, {
      timeoutMs: 30_000,
    });
    await expect(store.probe(minutes(1))).rejects.toMatchObject({ code: expect.stringMatching(/^(PROBE|ROUTE)_/) });
    await store.openRoute(minutes(1));
  });
});
