import { randomBase32 } from '@shopwright/contract/ids';
import { errorRegistry } from '@shopwright/contract/errors';
import { allowedActions } from '@shopwright/contract/phases';
import { expect, it } from 'vitest';
import { readStore } from '../../provision/support/wait.ts';
import { createInDialog, createWithApi, waitForPhase, waitForStep } from '../support/actions.ts';
import { visit } from '../support/browser.ts';
import type { DashboardUnderTest } from '../support/dashboard-under-test.ts';

export function testFailures({ platform, browser }: DashboardUnderTest): void {
  it('opens at the failure with cause, hint, log lines and one thing to do; retry goes on under the same id', async () => {
    const storeId = await createWithApi(platform(), 'Broken shop', `fault-init-${randomBase32(6)}`);
    const { page, context, complaints } = await visit(browser(), platform(), { path: `/stores/${storeId}` });
    await waitForPhase(page, 'failed');
    await page.getByText(errorRegistry.INIT_FAILED.hint).waitFor();
    await page.getByText('INIT_FAILED').waitFor();
    await waitForStep(page, 'initialise', 'failed');
    await page.locator('[data-step=initialise] [role=log]').waitFor();
    await page.getByText('Everything it had made was removed again.').waitFor();
    const first = (await readStore(platform(), storeId)).operation?.id;
    const retry = page.getByRole('button', { name: 'Retry' });
    expect(await retry.count()).toBe(1);
    await retry.click();
    await page.locator('[data-operation-state=running], [data-operation-state=queued]').first().waitFor();
    const second = await readStore(platform(), storeId);
    expect(second.operation).toMatchObject({ kind: 'retry' });
    expect(second.operation?.id).not.toBe(first);
    await waitForPhase(page, 'failed');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('cancels, undoes, and becomes ready with a retry', async () => {
    const { page, context, complaints } = await visit(browser(), platform());
    await createInDialog(page, 'Second thoughts', `slow-readiness-${randomBase32(6)}`);
    await waitForStep(page, 'readiness', 'active');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' });
    await waitForPhase(page, 'failed');
    await page.getByRole('heading', { name: 'The operation was cancelled' }).waitFor();
    await waitForStep(page, 'namespace', 'undone');
    await page.getByRole('button', { name: 'Retry' }).click();
    await waitForPhase(page, 'ready');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('offers what the transition table allows, and the API refuses the rest', async () => {
    const storeId = await createWithApi(platform(), 'Table', `table-${randomBase32(6)}`);
    const { page, context } = await visit(browser(), platform(), { path: `/stores/${storeId}` });
    await waitForPhase(page, 'ready');
    const offered = { retry: 'Retry', cancel: 'Cancel', delete: 'Delete' };
    const allowed = allowedActions('ready');
    for (const [action, name] of Object.entries(offered)) {
      const count = await page.getByRole('button', { name, exact: true }).count();
      expect({ action, isOffered: count > 0 }).toEqual({ action, isOffered: allowed.some((one) => one === action) });
    }
    const refused = await platform().api.post(`/api/stores/${storeId}/retry`, {});
    expect(refused).toMatchObject({ status: 409, body: { code: 'ACTION_NOT_ALLOWED' } });
    await context.close();
  });
}
