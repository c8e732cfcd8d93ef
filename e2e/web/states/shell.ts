import type { Page } from 'playwright-core';
import type { DashboardState } from './dashboard-state.ts';
import { isNarrow, openAt, openDialogByKey } from './opening.ts';

export const shellStates: readonly DashboardState[] = [
  {
    name: 'go-to',
    title: 'Going to a store or a page',
    text: 'Ctrl or ⌘ and K, then a part of its name.',
    open: async (page, { stores }) => {
      await stores.ready();
      await openDialogByKey(page, 'Control+k', 'Go to');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'go-to-found',
    title: 'Found by a part of its name',
    open: async (page, { stores }) => {
      const { name } = await stores.ready();
      await openDialogByKey(page, 'Control+k', 'Go to');
      await page.getByRole('combobox').fill('har');
      await page.getByRole('option', { name }).waitFor();
    },
  },
  {
    name: 'go-to-nothing',
    title: 'Nothing has this name',
    open: async (page) => {
      await openDialogByKey(page, 'Control+k', 'Go to');
      await page.getByRole('combobox').fill('umbrella');
      await page.getByText('Nothing has this name.').waitFor();
    },
  },
  {
    name: 'shortcuts',
    title: 'The keyboard shortcuts',
    open: (page) => openDialogByKey(page, '?', 'Keyboard shortcuts'),
  },
  {
    name: 'account-menu',
    title: 'The menu of the account',
    text: 'On phones it has the organizations as well.',
    open: async (page, { cast }) => {
      await openAt(page, '/organization/usage', 'Used of the quota');
      await openAccountMenu(page, cast.owner.name);
    },
  },
  {
    name: 'organization-menu',
    title: 'Choosing the organization in which one acts',
    text: 'Every tab of the browser follows.',
    open: async (page, { cast }) => {
      await openAt(page, '/organization/usage', 'Used of the quota');
      if (isNarrow(page)) await openAccountMenu(page, cast.owner.name);
      else await page.getByRole('button', { name: 'Organization: Harbour Street' }).click();
      await page.getByRole('button', { name: 'Pop-up Market' }).waitFor();
    },
  },
];

async function openAccountMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: isNarrow(page) ? 'Account' : name }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}
