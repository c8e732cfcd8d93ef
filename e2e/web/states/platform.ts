import type { DashboardState } from './dashboard-state.ts';
import { at, openAt } from './opening.ts';

const chart = 'Time to ready over time';

export const platformStates: readonly DashboardState[] = [
  {
    name: 'platform',
    title: 'The platform',
    text: 'Health, how often and how fast creations succeed, what waits for somebody, how long every step takes.',
    visitor: 'operator',
    isImportant: true,
    isWhole: true,
    open: async (page, { stores, history }) => {
      await Promise.all([stores.ready(), stores.failed(), stores.imageMissing()]);
      await history();
      await openAt(page, '/platform', chart);
      await page.getByText('In numbers').waitFor();
    },
  },
  {
    name: 'platform-trouble',
    title: 'Something of the platform does not answer',
    visitor: 'operator',
    open: async (page) => {
      await page.route('**/api/health', async (route) => {
        const health: { checks: Record<string, unknown> } = await (await route.fetch()).json();
        const cluster = { ok: false, detail: 'connect ECONNREFUSED 127.0.0.1:6443' };
        await route.fulfill({ json: { ...health, ok: false, checks: { ...health.checks, cluster } } });
      });
      await openAt(page, '/platform', chart);
      await page.getByText('ECONNREFUSED').waitFor();
    },
  },
  {
    name: 'organizations',
    title: 'Every organization',
    visitor: 'operator',
    open: async (page) => {
      await openAt(page, '/platform/organizations', 'Platform');
      await page.getByText('Harbour Street').first().waitFor();
    },
  },
  {
    name: 'organizations-none-match',
    title: 'A search that finds no organization',
    visitor: 'operator',
    open: async (page) => {
      await openAt(page, '/platform/organizations', 'Platform');
      await page.getByRole('searchbox').fill('umbrella');
      await page.getByText('No organization matches.').waitFor();
    },
  },
  {
    name: 'quota',
    title: 'The quota of an organization',
    visitor: 'operator',
    isWhole: true,
    open: async (page) => {
      await openAt(page, '/platform/organizations', 'Platform');
      await page.getByRole('button', { name: 'Quota of Harbour Street' }).click();
      await page.getByRole('dialog').getByLabel('Stores', { exact: true }).waitFor();
    },
  },
  {
    name: 'quota-invalid',
    title: 'A quota that is no number',
    visitor: 'operator',
    open: async (page) => {
      await openAt(page, '/platform/organizations', 'Platform');
      await page.getByRole('button', { name: 'Quota of Harbour Street' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Stores', { exact: true }).fill('plenty');
      await dialog.getByRole('button', { name: 'Change the quota' }).click();
      await dialog.locator('[aria-invalid=true]').waitFor();
    },
  },
  {
    name: 'accounts',
    title: 'Every account',
    text: 'Whoever is disabled stays outside, with their tokens.',
    visitor: 'operator',
    open: async (page) => {
      await openAt(page, '/platform/accounts', 'Platform');
      await page.getByText('Mallory Finch').waitFor();
    },
  },
  {
    name: 'account-disable',
    title: 'Keeping an account out',
    visitor: 'operator',
    open: async (page, { cast }) => {
      await openAt(page, '/platform/accounts', 'Platform');
      await page.getByRole('searchbox').fill(cast.stranger.name);
      await page.getByRole('button', { name: `Disable ${cast.stranger.name}` }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'activity',
    title: 'The activity',
    text: 'Who did what, when and from where, to take along as a file.',
    open: async (page, { stores }) => {
      await stores.ready();
      await openAt(page, '/activity', 'Activity');
      await page.getByRole('button', { name: 'Download as CSV' }).waitFor();
    },
  },
  {
    name: 'activity-store',
    title: 'The activity of one store',
    open: async (page, { stores }) => {
      const { id } = await stores.ready();
      await openAt(page, `/activity?store=${id}`, 'Activity');
      await page.getByRole('button', { name: 'Download as CSV' }).waitFor();
    },
  },
  {
    name: 'activity-none',
    title: 'Filters that no event matches',
    open: at('/activity?actor=nobody', 'Nothing happened'),
  },
];
