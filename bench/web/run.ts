import { parseArgs } from 'node:util';
import { openBrowser, visit } from '../../e2e/web/support/browser.ts';
import type { DashboardUnderTest } from '../../e2e/web/support/dashboard-under-test.ts';
import { startWebPlatform } from '../../e2e/web/support/web-platform.ts';
import { copyStores } from '../../e2e/provision/support/copied-stores.ts';
import { percentile } from '../support/percentile.ts';
import { eventToPixel, filterTimes, interactiveTimes } from './measurements.ts';
import { scrollTimes } from './scroll.ts';

const { values: options } = parseArgs({
  options: {
    visits: { type: 'string', default: '20' },
    stores: { type: 'string', default: '1000' },
  },
});

/** How fast the dashboard is, in Chromium against an API of its own on the local stack. Frames are drawn without a graphics card. */
async function main(): Promise<void> {
  const [platform, browser] = await Promise.all([startWebPlatform(), openBrowser()]);
  const dashboard: DashboardUnderTest = { platform: () => platform, browser: () => browser };
  try {
    process.stdout.write('| milliseconds | count | p50 | p95 | max | aim |\n| --- | --- | --- | --- | --- | --- |\n');
    print('interactive', await interactiveTimes(dashboard, Number(options.visits)), 1000);
    const shown = [await eventToPixel(dashboard), await eventToPixel(dashboard), await eventToPixel(dashboard)].flat();
    print('event to pixel', shown, 300);
    await copyStores(platform, Number(options.stores));
    const { page, context } = await visit(browser, platform);
    await page
      .getByText(/ stores$/)
      .first()
      .waitFor();
    print(`filter of ${options.stores} stores`, await filterTimes(page), 50);
    print('scroll: between frames', await scrollTimes(page), 1000 / 60);
    await context.close();
  } finally {
    await browser.close();
    await platform.close();
  }
}

function print(what: string, values: readonly number[], aim: number): void {
  const cells = [0.5, 0.95, 1].map((share) => percentile(values, share).toFixed(1));
  process.stdout.write(`| ${[what, values.length, ...cells, aim.toFixed(0)].join(' | ')} |\n`);
}

await main();
