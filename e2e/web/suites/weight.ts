import { expect, it } from 'vitest';
import { copyStores } from '../../provision/support/copied-stores.ts';
import { visit } from '../support/browser.ts';
import type { DashboardUnderTest } from '../support/dashboard-under-test.ts';
import { loadedScripts } from '../support/in-page.ts';

const initialScriptBudgetBytes = 150_000;
const manyStores = 1000;

/** What the browser has to load and to draw; how long it takes is for the benchmark. */
export function testWeight({ platform, browser }: DashboardUnderTest): void {
  it('loads at most 150 kB of compressed JavaScript before the first page', async () => {
    const { page, context } = await visit(browser(), platform());
    await page.getByRole('heading', { name: 'Stores' }).waitFor();
    const scripts = await page.evaluate<{ bytes: number }[]>(loadedScripts);
    const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
    console.log(`initial JavaScript: ${total} bytes compressed`);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(initialScriptBudgetBytes);
    await context.close();
  });

  it(`draws of ${manyStores} stores only those in sight, and finds every one`, async () => {
    const removeCopies = await copyStores(platform(), manyStores);
    const { page, context } = await visit(browser(), platform());
    await page.getByText(/^1,0\d\d stores$/).waitFor();
    expect(await page.getByRole('listitem').count()).toBeLessThan(80);
    await page.getByRole('searchbox').fill('copied shop 777');
    await page.getByRole('link', { name: 'Copied shop 777', exact: true }).waitFor();
    await page.getByText(/^1 store$/).waitFor();
    await context.close();
    await removeCopies();
  });
}
