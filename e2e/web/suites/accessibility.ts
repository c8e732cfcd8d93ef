import { errorRegistry } from '@shopwright/contract/errors';
import { randomBase32 } from '@shopwright/contract/ids';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWithApi, fillSignIn, waitForPhase, waitForStep } from '../support/actions.ts';
import { seriousFindings } from '../support/axe.ts';
import { visit, type VisitOptions } from '../support/browser.ts';
import { excessWidth } from '../support/in-page.ts';
import type { DashboardUnderTest } from '../support/dashboard-under-test.ts';

const views: readonly (VisitOptions & { name: string })[] = [
  { name: 'light, desktop' },
  { name: 'dark, phone', colorScheme: 'dark', isPhone: true },
];

/** Pages with something that is there whatever happened on the platform. */
const pages = [
  ['/platform', 'Stores by state'],
  ['/platform/organizations', 'Platform'],
  ['/platform/accounts', 'Platform'],
  ['/organization', 'Members'],
  ['/organization/tokens', 'Create a token'],
  ['/organization/usage', 'Used of the quota'],
  ['/organization/settings', 'Another organization'],
  ['/account', 'Sessions'],
] as const;

export function testAccessibility({ platform, browser }: DashboardUnderTest): void {
  let ready: string;
  let failed: string;
  beforeAll(async () => {
    [ready, failed] = await Promise.all([
      createWithApi(platform(), 'Ready shop', `axe-${randomBase32(6)}`),
      createWithApi(platform(), 'Failed shop', `fault-init-${randomBase32(6)}`),
    ]);
  });

  describe.each(views)('$name', ({ name: _name, ...view }) => {
    it('finds nothing serious before and after signing in', async () => {
      const { page, context } = await visit(browser(), platform(), { ...view, session: null });
      await page.getByRole('heading', { name: 'Sign in to Shopwright' }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await fillSignIn(page, { ...platform().operator, password: 'wrong' });
      await page.getByText(errorRegistry.INVALID_CREDENTIALS.title).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await expectNothingSerious(page, '/forgot-password', 'Forgot the password?');
      await expectNothingSerious(page, '/sign-up', 'Sign up');
      await expectNothingSerious(page, `/password-reset#${'a'.repeat(43)}`, 'Choose a new password');
      await expectNothingSerious(page, '/invitation', 'This link is not complete');
      await context.close();
    });

    it('finds nothing serious on the pages and in the dialogs', async () => {
      const { page, context } = await visit(browser(), platform(), view);
      await expectNothingSerious(page, '/', 'Stores');
      await expectNothingSerious(page, '/?q=nothing-has-this-name', 'No store matches');
      await expectNothingSerious(page, '/activity', 'Activity');
      for (const [path, heading] of pages) await expectNothingSerious(page, path, heading);
      await expectNothingSerious(page, '/nowhere', 'There is no such page');
      await page.goto('/stores/st-aaaaaaaaaa');
      await page.getByRole('alert').getByRole('heading').waitFor();
      expect(await seriousFindings(page), 'no such store').toEqual([]);
      await page.goto('/');
      await page.getByRole('heading', { name: 'Stores' }).waitFor();
      for (const [key, dialog] of [
        ['c', 'Create a store'],
        ['?', 'Keyboard shortcuts'],
        ['Control+k', 'Go to'],
      ] as const) {
        await page.keyboard.press(key);
        await page.getByRole('dialog', { name: dialog }).waitFor();
        if (key === 'c') await page.getByText('Plan, administrator and region').click();
        expect(await seriousFindings(page), dialog).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await context.close();
    });

    it('finds nothing serious on a store in every state', async () => {
      const running = await createWithApi(platform(), 'Running shop', `slow-readiness-${randomBase32(6)}`);
      const { page, context } = await visit(browser(), platform(), { ...view, path: `/stores/${running}` });
      await waitForStep(page, 'readiness', 'active');
      expect(await seriousFindings(page), 'running').toEqual([]);
      await page.goto(`/stores/${failed}`);
      await waitForPhase(page, 'failed');
      expect(await seriousFindings(page), 'failed').toEqual([]);
      await page.goto(`/stores/${ready}`);
      await waitForPhase(page, 'ready');
      await page
        .getByText(/^Created/)
        .first()
        .click();
      expect(await seriousFindings(page), 'ready').toEqual([]);
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await page.getByRole('dialog').waitFor();
      expect(await seriousFindings(page), 'delete').toEqual([]);
      await context.close();
    });

    it('needs no sideways scrolling', async () => {
      const { page, context } = await visit(browser(), platform(), view);
      for (const path of ['/', '/activity', ...pages.map(([address]) => address), `/stores/${failed}`]) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        const excess = await page.evaluate<number>(excessWidth);
        expect({ path, excess }).toEqual({ path, excess: 0 });
      }
      await context.close();
    });
  });
}

async function expectNothingSerious(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { name: heading }).first().waitFor();
  expect(await seriousFindings(page), path).toEqual([]);
}
