import type { DashboardState } from './dashboard-state.ts';
import { at, openAt } from './opening.ts';

export const organizationStates: readonly DashboardState[] = [
  {
    name: 'members',
    title: 'Members and invitations',
    text: 'A shield marks whoever signs in with a second factor.',
    isWhole: true,
    open: async (page) => {
      await openAt(page, '/organization', 'Members');
      await page.getByText('kofi@harbour.example').waitFor();
    },
  },
  {
    name: 'members-viewer',
    title: 'The same, seen by somebody who may only look',
    visitor: 'viewer',
    open: async (page) => {
      await openAt(page, '/organization', 'Members');
      await page.getByText('Ben Okafor').waitFor();
    },
  },
  {
    name: 'member-exists',
    title: 'Inviting somebody who is a member already',
    open: async (page, { cast }) => {
      await openAt(page, '/organization', 'Members');
      await page.getByLabel('E-mail').fill(cast.viewer.email);
      await page.getByRole('button', { name: 'Invite', exact: true }).click();
      await page.locator('[name=email][aria-invalid=true]').waitFor();
    },
  },
  {
    name: 'member-remove',
    title: 'Removing a member',
    open: async (page, { cast }) => {
      await openAt(page, '/organization', 'Members');
      await page.getByRole('button', { name: `Remove ${cast.viewer.name}` }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'tokens-none',
    title: 'Before the first token',
    visitor: 'founder',
    open: async (page) => {
      await openAt(page, '/organization/tokens', 'Create a token');
      await page.getByText('None yet.').waitFor();
    },
  },
  {
    name: 'tokens',
    title: 'Tokens for programs',
    text: 'What each may do, until when, and when it was used last.',
    open: async (page) => {
      await openAt(page, '/organization/tokens', 'Create a token');
      await page.getByText('Deploy pipeline').waitFor();
    },
  },
  {
    name: 'token-created',
    title: 'A new token, shown once',
    open: async (page) => {
      await openAt(page, '/organization/tokens', 'Create a token');
      await page.getByLabel('Name', { exact: true }).fill('Stock sync');
      await page.getByRole('button', { name: 'Create the token' }).click();
      await page.getByTestId('secret').waitFor();
    },
    leave: async ({ cast }) => {
      const { client } = cast.owner;
      const { items } = await client.get<{ items: { id: string; name: string }[] }>('/api/tokens');
      const made = items.filter(({ name }) => name === 'Stock sync');
      await Promise.all(made.map(({ id }) => client.send('DELETE', `/api/tokens/${id}`)));
    },
  },
  {
    name: 'token-invalid',
    title: 'A token without a name',
    open: async (page) => {
      await openAt(page, '/organization/tokens', 'Create a token');
      await page.getByRole('button', { name: 'Create the token' }).click();
      await page.locator('[name=name][aria-invalid=true]').waitFor();
    },
  },
  {
    name: 'token-revoke',
    title: 'Revoking a token',
    open: async (page) => {
      await openAt(page, '/organization/tokens', 'Create a token');
      await page.getByRole('button', { name: 'Revoke Nightly report' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'usage',
    title: 'What is used of the quota',
    open: at('/organization/usage', 'Used of the quota'),
  },
  {
    name: 'usage-full',
    title: 'A quota that is used up',
    visitor: 'baker',
    open: at('/organization/usage', 'Used of the quota'),
  },
  {
    name: 'organization-settings',
    title: 'Name, another organization, leaving',
    open: at('/organization/settings', 'Another organization'),
  },
  {
    name: 'organization-leave',
    title: 'Leaving an organization',
    open: async (page) => {
      await openAt(page, '/organization/settings', 'Another organization');
      await page.getByRole('button', { name: 'Leave the organization' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'organization-last-owner',
    title: 'The last owner cannot leave',
    open: async (page) => {
      await openAt(page, '/organization/settings', 'Another organization');
      await page.getByRole('button', { name: 'Leave the organization' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
      await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).waitFor();
    },
  },
  {
    name: 'organization-none',
    title: 'An account without an organization',
    visitor: 'stranger',
    isImportant: true,
    open: at('/', 'Create an organization'),
  },
];
