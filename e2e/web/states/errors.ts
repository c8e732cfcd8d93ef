import type { DashboardState } from './dashboard-state.ts';
import { at, openAt } from './opening.ts';

export const errorStates: readonly DashboardState[] = [
  {
    name: 'no-such-page',
    title: 'There is no such page',
    open: at('/nowhere', 'There is no such page'),
  },
  {
    name: 'no-such-store',
    title: 'There is no such store',
    text: 'The same for a store of another organization.',
    open: at('/stores/st-aaaaaaaaaa', 'There is no such store'),
  },
  {
    name: 'no-answer',
    title: 'Shopwright does not answer',
    open: async (page) => {
      await page.route('**/api/stores?*', (route) => route.abort());
      await openAt(page, '/', 'Shopwright does not answer');
    },
  },
  {
    name: 'updated-meanwhile',
    title: 'Shopwright was updated while the page was open',
    open: async (page) => {
      await page.route('**/api/stores?*', (route) => route.fulfill({ json: { stores: [] } }));
      await openAt(page, '/', 'Shopwright was updated since this page was opened');
    },
  },
  {
    name: 'change-refused',
    title: 'A change that did not go through',
    text: 'Stays until it is dismissed.',
    open: async (page) => {
      await openAt(page, '/organization', 'Members');
      await page.route('**/api/organization/members/*', (route) => route.abort());
      await page.getByRole('combobox', { name: 'Role of Dana Petrov' }).selectOption('member');
      await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).waitFor();
    },
  },
];
