import { newStoreId, randomBase32 } from '@shopwright/contract/ids';
import { expect, it } from 'vitest';
import { createWithApi, waitForPhase } from '../support/actions.ts';
import { visit } from '../support/browser.ts';
import type { DashboardUnderTest } from '../support/dashboard-under-test.ts';
import { eventToPixel, filterTimes, percentiles, scrollFrames, scriptBytes } from '../support/measurements.ts';

const initialScriptBudgetBytes = 150_000;
const manyStores = 1000;
/** Budgets of an idle machine, frames without a graphics card; what is asserted leaves room for one that runs everything else too. */
const budgets = { interactiveMs: 1000, eventToPixelMs: 300, filterMs: 50, frameMs: 50 };
const busyMachineFactor = 5;

export function testSpeed({ platform, browser }: DashboardUnderTest): void {
  it('loads at most 150 kB of compressed JavaScript before the first page', async () => {
    const { page, context } = await visit(browser(), platform());
    await page.getByRole('heading', { name: 'Stores' }).waitFor();
    const total = await scriptBytes(page);
    console.log(`initial JavaScript: ${total} bytes compressed`);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(initialScriptBudgetBytes);
    await context.close();
  });

  it('can be used soon after it was opened, with nothing in the cache', async () => {
    const measured: number[] = [];
    for (let visits = 0; visits < 5; visits += 1) {
      const { page, context } = await visit(browser(), platform());
      await page.getByRole('button', { name: 'Create store' }).first().waitFor();
      measured.push(await page.evaluate<number>('performance.now()'));
      await context.close();
    }
    const { p50, p95 } = percentiles(measured);
    console.log(`interactive: p50 ${p50} ms, p95 ${p95} ms`);
    expect(p50).toBeLessThan(budgets.interactiveMs * busyMachineFactor);
  });

  it('shows an event soon after it happened', async () => {
    const storeId = await createWithApi(platform(), 'Timed', `slow-readiness-${randomBase32(6)}`);
    const { page, context } = await visit(browser(), platform(), { path: `/stores/${storeId}` });
    const measured = await eventToPixel(page, platform(), storeId, () => waitForPhase(page, 'ready'));
    console.log(`event to pixel: p50 ${measured.p50} ms, p95 ${measured.p95} ms, ${measured.count} changes`);
    expect(measured.count).toBeGreaterThan(3);
    expect(measured.p95).toBeLessThan(budgets.eventToPixelMs * busyMachineFactor);
    await context.close();
  });

  it(`filters and scrolls ${manyStores} stores without lag`, async () => {
    const template = await createWithApi(platform(), 'Template', `template-${randomBase32(6)}`);
    const { pool } = platform().database;
    const ids = Array.from({ length: manyStores }, () => newStoreId());
    await pool.query(
      `insert into stores select (jsonb_populate_record(stores, jsonb_build_object(
         'id', copy.id, 'slug', 'copy-' || copy.number, 'name', 'Copied shop ' || copy.number, 'phase', 'ready'))).*
       from stores, unnest($2::text[]) with ordinality as copy(id, number) where stores.id = $1`,
      [template, ids],
    );
    const { page, context } = await visit(browser(), platform());
    await page.getByText(/^1,0\d\d stores$/).waitFor();
    expect(await page.getByRole('listitem').count()).toBeLessThan(80);
    const texts = ['copied', 'copied shop 77', 'nothing', '', '9', '99', '999', ''];
    // The first round runs beside the reading that follows the stream's greeting.
    await filterTimes(page, texts);
    const filtered = await filterTimes(page, texts);
    const frames = await scrollFrames(page);
    console.log(`filter of ${manyStores}: p95 ${filtered.p95} ms; scroll: ${frames.p95} ms between frames (p95)`);
    expect(filtered.p95).toBeLessThan(budgets.filterMs * busyMachineFactor);
    expect(frames.p95).toBeLessThan(budgets.frameMs * busyMachineFactor);
    await context.close();
    await pool.query('delete from stores where id = any($1::text[])', [ids]);
  });
}
