import type { Page } from 'playwright-core';
import type { DashboardState } from './dashboard-state.ts';
import { openAt, openDialogByKey } from './opening.ts';

const dialogName = 'Create a store';

const openDialog = (page: Page): Promise<void> => openDialogByKey(page, 'c', dialogName);

/** The engines have been read: what can be chosen is on screen. */
async function enginesAreThere(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('radio', { checked: true }).first().waitFor();
}

export const createStoreStates: readonly DashboardState[] = [
  {
    name: 'create-store',
    title: 'Creating a store',
    text: 'A name is enough. An engine that cannot be had says why.',
    isImportant: true,
    open: async (page) => {
      await openDialog(page);
      await enginesAreThere(page);
    },
  },
  {
    name: 'create-store-named',
    title: 'With a name',
    text: 'The address follows the name and is looked up while one types.',
    open: async (page) => {
      await openDialog(page);
      await page.getByLabel('Name', { exact: true }).fill('Saint-Rémy Soaps');
      await page.getByText('is free.').waitFor();
      await enginesAreThere(page);
    },
  },
  {
    name: 'create-store-more',
    title: 'Plan, administrator and region',
    text: 'All of it has a value and may be changed.',
    isWhole: true,
    open: async (page) => {
      await openDialog(page);
      await enginesAreThere(page);
      await page.getByLabel('Name', { exact: true }).fill('Saint-Rémy Soaps');
      await page.getByText('Plan, administrator and region').click();
      await page.getByRole('button', { name: 'Generate' }).click();
      await page.getByText('is free.').waitFor();
    },
  },
  {
    name: 'create-store-invalid',
    title: 'What is wrong stands at its field',
    open: async (page) => {
      await openDialog(page);
      await enginesAreThere(page);
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Address').fill('9 lives');
      await dialog.getByRole('button', { name: 'Create store' }).click();
      await dialog.locator('[name=name][aria-invalid=true]').waitFor();
      await dialog.locator('[name=slug][aria-invalid=true]').waitFor();
    },
  },
  {
    name: 'create-store-taken',
    title: 'An address that another store has',
    open: async (page, { stores, cast }) => {
      const { id, name } = await stores.ready();
      const { slug } = await cast.owner.client.get<{ slug: string }>(`/api/stores/${id}`);
      await openDialog(page);
      await enginesAreThere(page);
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name', { exact: true }).fill(`${name} II`);
      await dialog.getByLabel('Address').fill(slug);
      await dialog.getByText('Another store has this address.').waitFor();
    },
  },
  {
    name: 'create-store-quota',
    title: 'A quota that is used up',
    text: 'Said before anybody tries.',
    visitor: 'baker',
    open: async (page) => {
      await openDialog(page);
      await enginesAreThere(page);
      await page.getByText('Your quota of 1 store is used up.').waitFor();
    },
  },
  {
    name: 'delete-store',
    title: 'Deleting a store',
    text: 'Asks for the name: nothing of this comes back.',
    open: async (page, { stores }) => {
      const { id, name } = await stores.ready();
      await openAt(page, `/stores/${id}`, name);
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'delete-store-confirmed',
    title: 'Deleting a store, with the name typed',
    open: async (page, { stores }) => {
      const { id, name } = await stores.ready();
      await openAt(page, `/stores/${id}`, name);
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await page
        .getByRole('dialog')
        .getByLabel(/to confirm/)
        .fill(name);
    },
  },
];
