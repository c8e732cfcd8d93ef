import { randomBase32 } from '@shopwright/contract/ids';
import { expect, it } from 'vitest';
import { createWithApi, storeTimeoutMs, waitForPhase } from '../support/actions.ts';
import { visit } from '../support/browser.ts';
import type { DashboardUnderTest } from '../support/dashboard-under-test.ts';

export function testKeyboard({ platform, browser }: DashboardUnderTest): void {
  it('creates, finds, opens and deletes a store without a pointer', async () => {
    const { page, context, complaints } = await visit(browser(), platform());
    const name = `Keys ${randomBase32(6)}`;
    const { keyboard } = page;
    await page.getByRole('heading', { name: 'Stores' }).waitFor();

    await keyboard.press('c');
    await page.getByRole('dialog').waitFor();
    await keyboard.type(name);
    await keyboard.press('Enter');
    await page.waitForURL(/\/stores\/st-/);
    const address = page.url();
    await waitForPhase(page, 'ready');

    await keyboard.press('g');
    await keyboard.press('s');
    await page.getByRole('searchbox').waitFor();
    await keyboard.press('/');
    await keyboard.type(name);
    await page.getByText('1 store', { exact: true }).waitFor();
    await keyboard.press('Escape');
    await keyboard.press('j');
    await page.locator('li:focus-within', { hasText: name }).waitFor();
    await keyboard.press('Enter');
    await page.waitForURL(address);

    await keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await keyboard.type('platform');
    await page.getByRole('option', { name: /Platform/ }).waitFor();
    await keyboard.press('Enter');
    await page.waitForURL(/\/platform$/);

    await keyboard.press('g');
    await keyboard.press('o');
    await page.getByRole('heading', { name: 'Members' }).waitFor();

    await keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.goto(address);
    const remove = page.getByRole('button', { name: 'Delete', exact: true });
    await remove.waitFor();
    const focused = page.locator('button:focus', { hasText: 'Delete' });
    for (let tabs = 0; tabs < 30 && (await focused.count()) === 0; tabs += 1) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await keyboard.type(name);
    await keyboard.press('Enter');
    await page.locator('header [data-phase=deleted]').waitFor({ timeout: storeTimeoutMs });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('does not take letters that are typed for shortcuts', async () => {
    await createWithApi(platform(), 'Something to search', `search-${randomBase32(6)}`);
    const { page, context } = await visit(browser(), platform(), { path: '/' });
    await page.getByRole('searchbox').fill('');
    await page.getByRole('searchbox').pressSequentially('cgsj?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.getByRole('searchbox').inputValue()).toBe('cgsj?');
    await page.getByText('No store matches').waitFor();
    await page.getByRole('button', { name: 'Show all stores' }).click();
    await page.getByRole('list', { name: 'Stores' }).waitFor();
    await context.close();
  });
}
