import { randomBase32 } from '@shopwright/contract/ids';
import { expect, it } from 'vitest';
import { createInDialog, deleteInDialog, waitForPhase, waitForStep } from '../support/actions.ts';
import { openTab, visit } from '../support/browser.ts';
import type { DashboardUnderTest } from '../support/dashboard-under-test.ts';

export function testTabs({ platform, browser }: DashboardUnderTest): void {
  it('shows in a second tab what the first one does', async () => {
    const { page, context } = await visit(browser(), platform());
    const other = await openTab(context);
    await other.goto('/');
    await other.locator('[data-connection=live]').waitFor();
    const name = `Seen twice ${randomBase32(4)}`;
    await createInDialog(page, name);
    const row = other.getByRole('listitem').filter({ hasText: name });
    await row.locator('[data-phase=ready]').waitFor({ timeout: 180_000 });
    await row.getByRole('link', { name, exact: true }).click();
    await deleteInDialog(other, name);
    await waitForPhase(page, 'deleted');
    await context.close();
  });

  it('goes on after a reload and after a restart of the API in the middle', async () => {
    const { page, context } = await visit(browser(), platform());
    const name = `Restarted ${randomBase32(4)}`;
    await createInDialog(page, name, `slow-readiness-${randomBase32(6)}`);
    await waitForStep(page, 'readiness', 'active');
    await page.reload();
    await waitForStep(page, 'namespace', 'done');
    await waitForStep(page, 'readiness', 'active');
    await platform().processes.api.kill();
    await page.locator('[data-connection=connecting], [data-connection=polling]').waitFor();
    await platform().processes.api.start();
    await page.locator('[data-connection=live]').waitFor();
    await waitForPhase(page, 'ready');
    expect(await page.locator('[data-operation-state=succeeded]').count()).toBe(1);
    await context.close();
  });

  it('reads again every few seconds while the stream cannot be had', async () => {
    const { page, context } = await visit(browser(), platform(), { path: '/sign-in' });
    await page.route('**/api/events*', (route) => route.abort());
    await page.goto('/');
    await page.locator('[data-connection=polling]').waitFor();
    const name = `Polled ${randomBase32(4)}`;
    const answer = await platform().api.post('/api/stores', { name });
    expect(answer.status).toBe(202);
    await page
      .getByRole('listitem')
      .filter({ hasText: name })
      .locator('[data-phase=ready]')
      .waitFor({ timeout: 180_000 });
    await context.close();
  });
}
