import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { until } from '../../provision/support/until.ts';
import type { DashboardState } from '../states/dashboard-state.ts';
import { isNarrow } from '../states/opening.ts';

const quality = 70;
const completeTimeoutMs = 30_000;
/** Of a page whose whole height is shown; beyond that a picture is too small to be read. */
const mostPixelsHigh = 2400;

/** Everything has been read and drawn; the page's own skeletons are the only shapes that pulse in it. */
const nothingIsMissing = `document.fonts.status === 'loaded' && document.querySelector('main .animate-pulse') === null`;

/** A dialog takes at most 84 % of the window. */
const contentHeight = `Math.max(document.documentElement.scrollHeight, ...Array.from(
  document.querySelectorAll('[role=dialog]'), (dialog) => dialog.scrollHeight / 0.8))`;

/** Asked for from here: what polls in the page is refused by its policy. */
async function isComplete(page: Page): Promise<true | undefined> {
  return (await page.evaluate<boolean>(nothingIsMissing)) ? true : undefined;
}

/** Writes what is on the page now as WebP. */
export async function takePicture(page: Page, state: DashboardState, file: string): Promise<void> {
  if (state.isLoading !== true)
    await until('everything that is being read', () => isComplete(page), completeTimeoutMs, 50);
  if (state.isWhole === true && !isNarrow(page)) await growToContent(page);
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
  await session.detach();
  await writeFile(file, Buffer.from(data, 'base64'));
}

/** Makes the window as high as what it shows, so that nothing has to be scrolled. */
async function growToContent(page: Page): Promise<void> {
  const size = page.viewportSize();
  if (size === null) return;
  const height = Math.ceil(await page.evaluate<number>(contentHeight));
  await page.setViewportSize({ ...size, height: Math.min(Math.max(size.height, height), mostPixelsHigh) });
  await page.evaluate('scrollTo(0, 0)');
}
