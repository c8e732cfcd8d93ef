import type { Page } from 'playwright-core';
import { filterDurations, loadedScripts, noteStepStates, scrollGaps } from './in-page.ts';
import type { WebPlatform } from './web-platform.ts';

export interface Percentiles {
  count: number;
  p50: number;
  p95: number;
}

export function percentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((left, right) => left - right);
  const at = (share: number): number => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95) };
}

/** Bytes on the wire of all scripts that the page has loaded. */
export async function scriptBytes(page: Page): Promise<number> {
  const scripts = await page.evaluate<{ bytes: number }[]>(loadedScripts);
  return scripts.reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * Milliseconds from the database's time of a step's event to the frame that shows it, of all steps that start or end while
 * `wait` waits on the store's page. Both clocks are this machine's.
 */
export async function eventToPixel(
  page: Page,
  platform: WebPlatform,
  storeId: string,
  wait: () => Promise<void>,
): Promise<Percentiles> {
  await page.locator('[data-step]').first().waitFor();
  await page.evaluate(noteStepStates);
  await wait();
  const seen = await page.evaluate<Record<string, number>>('seen');
  const shownAs: Readonly<Record<string, string>> = { 'step.started': 'active', 'step.succeeded': 'done' };
  const delays = (await platform.api.events(storeId)).flatMap((event) => {
    const { step } = event.data;
    const at = typeof step === 'string' ? seen[`${step}/${shownAs[event.type] ?? ''}`] : undefined;
    return at === undefined || at === 0 ? [] : [at - Date.parse(event.at)];
  });
  return percentiles(delays);
}

/** Milliseconds from a typed text to the frame that shows what it finds. */
export async function filterTimes(page: Page, texts: readonly string[]): Promise<Percentiles> {
  return percentiles(await page.evaluate<number[]>(filterDurations(texts)));
}

/** Milliseconds between frames while the page scrolls through its whole height. */
export async function scrollFrames(page: Page): Promise<Percentiles> {
  return percentiles(await page.evaluate<number[]>(scrollGaps));
}
