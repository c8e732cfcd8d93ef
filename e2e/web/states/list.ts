import type { DashboardState } from './dashboard-state.ts';
import { at, openAt } from './opening.ts';
import type { Scene } from '../scene/scene.ts';

/** A list with stores in many states, and places that are all taken. */
async function fillList({ stores, line }: Scene): Promise<void> {
  await Promise.all([stores.shelf(), stores.ready(), stores.failed(), stores.imageMissing()]);
  await line.form();
}

export const listStates: readonly DashboardState[] = [
  {
    name: 'stores',
    title: 'The list of stores',
    text: 'Everything that the organization owns, the newest first. A failure says in a few words what is wrong.',
    isImportant: true,
    open: async (page, scene) => {
      await fillList(scene);
      await openAt(page, '/', 'Stores');
      await page.getByRole('list', { name: 'Stores' }).waitFor();
      await page.locator('[data-connection=live]').waitFor({ state: 'attached' });
    },
  },
  {
    name: 'stores-by-state',
    title: 'Only stores in some states, by name',
    text: 'Search, states and order stand in the address: a link shows the same.',
    open: async (page, scene) => {
      await fillList(scene);
      await openAt(page, '/?phase=["queued","failed"]&sort=name', 'Stores');
      await page.getByText('4 stores', { exact: true }).waitFor();
    },
  },
  {
    name: 'stores-none-match',
    title: 'A search that finds nothing',
    open: async (page, { stores }) => {
      await stores.ready();
      await openAt(page, '/?q=umbrella', 'No store matches');
    },
  },
  {
    name: 'stores-first',
    title: 'Before the first store',
    visitor: 'founder',
    isImportant: true,
    open: at('/', 'A working shop, from one name'),
  },
  {
    name: 'stores-operator',
    title: 'The stores of every organization, for operators',
    text: 'Chosen by organization as well.',
    visitor: 'operator',
    open: async (page, scene) => {
      await fillList(scene);
      await openAt(page, '/', 'Stores');
      await page.getByRole('combobox', { name: 'Organization' }).waitFor();
    },
  },
  {
    name: 'stores-loading',
    title: 'While the stores are being read',
    open: async (page) => {
      await page.route('**/api/stores?*', () => undefined);
      await page.goto('/');
      await page.getByLabel('Loading the stores').waitFor();
    },
    isLoading: true,
  },
  {
    name: 'stores-reconnecting',
    title: 'While the event stream is away',
    text: 'Everything is read again every few seconds until it is back.',
    open: async (page, { stores }) => {
      await stores.ready();
      await page.route('**/api/events*', (route) => route.abort());
      await openAt(page, '/', 'Stores');
      await page.locator('[data-connection=polling]').waitFor({ state: 'attached' });
    },
  },
];
