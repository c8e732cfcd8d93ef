import { errorRegistry } from '@shopwright/contract/errors';
import { randomBase32 } from '@shopwright/contract/ids';
import { expect, it } from 'vitest';
import { clusterState, nothingLeft } from '../../provision/support/cluster-state.ts';
import { readStore } from '../../provision/support/wait.ts';
import {
  createInDialog,
  deleteInDialog,
  fillSignIn,
  storeTimeoutMs,
  waitForPhase,
  waitForStep,
} from '../support/actions.ts';
import { visit } from '../support/browser.ts';
import { refuseClipboard } from '../support/in-page.ts';
import type { DashboardUnderTest } from '../support/dashboard-under-test.ts';

export function testLife({ platform, browser }: DashboardUnderTest): void {
  it('refuses a wrong password, signs in with the right one, and out again', async () => {
    const { page, context, complaints } = await visit(browser(), platform(), { path: '/activity', session: null });
    await page.waitForURL(/\/sign-in/);
    await fillSignIn(page, { ...platform().operator, password: 'wrong' });
    await page.getByText(errorRegistry.INVALID_CREDENTIALS.title).waitFor();
    await fillSignIn(page, platform().operator);
    await page.waitForURL(/\/activity$/);
    await page.getByRole('button', { name: 'Operator' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/\/sign-in/);
    await page.goto('/activity');
    await page.waitForURL(/\/sign-in/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('from a name to a shop that sells, its password once, and gone', async () => {
    const { page, context, complaints } = await visit(browser(), platform());
    const name = `Tea & Co ${randomBase32(4)}`;
    const storeId = await createInDialog(page, name);
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await waitForPhase(page, 'ready');

    const shop = page.getByRole('link', { name: 'Open shop' });
    const store = await readStore(platform(), storeId);
    expect(await shop.getAttribute('href')).toBe(store.url);

    expect(await page.getByTestId('password').count()).toBe(0);
    await page.getByRole('button', { name: 'Reveal' }).click();
    expect((await page.getByTestId('password').textContent())?.length).toBeGreaterThanOrEqual(12);
    await page.reload();
    await page.getByText('The password has been revealed.').waitFor();
    expect(await page.getByTestId('password').count()).toBe(0);

    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Delete the store' });
    expect(await confirm.isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await deleteInDialog(page, name);
    await waitForPhase(page, 'deleted');
    await waitForStep(page, 'verify-gone', 'done');
    expect(await clusterState(platform(), storeId)).toEqual(nothingLeft);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says how a copy ended, also when the browser refuses', async () => {
    const { page, context } = await visit(browser(), platform());
    await createInDialog(page, 'Copied', `copied-${randomBase32(6)}`);
    await page.evaluate(refuseClipboard);
    await page.getByRole('button', { name: 'Copy the address' }).click();
    await page.getByText('The browser refused to copy. Select the text instead.').waitFor();
    await context.close();
  });

  it('refuses an address that is taken and a name that is none, at their fields', async () => {
    const { page, context } = await visit(browser(), platform());
    const slug = `taken-${randomBase32(6)}`;
    await createInDialog(page, 'First', slug);
    await page.getByRole('link', { name: 'Stores' }).first().click();
    await page.getByRole('button', { name: 'Create store' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Create store' }).click();
    await dialog.getByText('It must not be empty.').waitFor();
    await dialog.getByLabel('Name', { exact: true }).fill('Second');
    await dialog.getByLabel('Address').fill(slug);
    await dialog.getByText('Another store has this address.').waitFor();
    await dialog.getByRole('button', { name: 'Create store' }).click();
    await dialog.locator('[name=slug][aria-invalid=true]').waitFor({ timeout: storeTimeoutMs });
    expect(page.url()).not.toContain('/stores/');
    await context.close();
  });
}
