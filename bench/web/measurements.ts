import type { Page } from 'playwright-core';
import { createWithApi, waitForPhase } from '../../e2e/web/support/actions.ts';
import { visit } from '../../e2e/web/support/browser.ts';
import type { DashboardUnderTest } from '../../e2e/web/support/dashboard-under-test.ts';
import { randomBase32 } from '@shopwright/contract/ids';
import { filterDurations, noteStepStates } from './in-page.ts';

/** Milliseconds from opening the dashboard to its main button, with nothing in the browser's cache; one per visit. */
export async function interactiveTimes({ platform, browser }: DashboardUnderTest, visits: number): Promise<number[]> {
  const measured: number[] = [];
  while (measured.length < visits) {
    const { page, context } = await visit(browser(), platform());
    await page.getByRole('button', { name: 'Create store' }).first().waitFor();
    measured.push(await page.evaluate<number>('performance.now()'));
    await context.close();
  }
  return measured;
}

/**
 * Milliseconds from the database's time of a step's event to the frame that shows it, of the steps that start or end on the page
 * of a store that is being made. Both clocks are this machine's.
 */
export async function eventToPixel({ platform, browser }: DashboardUnderTest): Promise<number[]> {
  const storeId = await createWithApi(platform(), 'Timed', `timed-${randomBase32(6)}`);
  const { page, context } = await visit(browser(), platform(), { path: `/stores/${storeId}` });
  await page.locator('[data-step]').first().waitFor();
  await page.evaluate(noteStepStates);
  await waitForPhase(page, 'ready');
  const seen = await page.evaluate<Record<string, number>>('seen');
  await context.close();
  const shownAs: Readonly<Record<string, string>> = { 'step.started': 'active', 'step.succeeded': 'done' };
  return (await platform().api.events(storeId)).flatMap((event) => {
    const { step } = event.data;
    const at = typeof step === 'string' ? seen[`${step}/${shownAs[event.type] ?? ''}`] : undefined;
    return at === undefined || at === 0 ? [] : [at - Date.parse(event.at)];
  });
}

/** Milliseconds from a typed text to the frame that shows what it finds, on the list of stores. */
export async function filterTimes(page: Page): Promise<number[]> {
  const texts = ['copied', 'copied shop 77', 'nothing', '', '9', '99', '999', ''];
  // The first round runs beside the reading that follows the stream's greeting.
  await page.evaluate(filterDurations(texts));
  return page.evaluate<number[]>(filterDurations([...texts, ...texts, ...texts]));
}
