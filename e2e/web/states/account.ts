import { errorRegistry } from '@shopwright/contract/errors';
import type { Page } from 'playwright-core';
import type { Person } from '../scene/people.ts';
import type { DashboardState } from './dashboard-state.ts';
import { openAt } from './opening.ts';

async function openAccount(page: Page): Promise<void> {
  await openAt(page, '/account', 'Sessions');
  await page.getByText('This session').waitFor();
}

async function enrol(page: Page, { password }: Person): Promise<void> {
  await openAccount(page);
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByLabel('Your password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).scrollIntoViewIfNeeded();
}

export const accountStates: readonly DashboardState[] = [
  {
    name: 'account',
    title: 'Your account',
    text: 'Name, password, second factor, and where you are signed in.',
    isWhole: true,
    open: openAccount,
  },
  {
    name: 'account-password',
    title: 'Changing the password',
    open: async (page) => {
      await openAccount(page);
      await page.getByRole('button', { name: 'Change the password' }).click();
      await page.getByRole('textbox', { name: 'New password' }).fill('harbour lantern nine');
    },
  },
  {
    name: 'account-password-wrong',
    title: 'The current password is wrong',
    open: async (page, { cast }) => {
      await openAccount(page);
      await page.getByRole('button', { name: 'Change the password' }).click();
      await page.getByRole('textbox', { name: 'Current password' }).fill(`not ${cast.owner.name}`);
      await page.getByRole('textbox', { name: 'New password' }).fill('harbour lantern nine');
      await page.keyboard.press('Enter');
      await page.getByText(errorRegistry.PASSWORD_WRONG.title).waitFor();
    },
  },
  {
    name: 'two-factor-proof',
    title: 'Before the second factor is set up',
    text: 'Whoever finds an open tab must not change how its account signs in.',
    open: async (page) => {
      await openAccount(page);
      await page.getByRole('button', { name: 'Set up' }).click();
      await page.getByLabel('Your password').waitFor();
    },
  },
  {
    name: 'two-factor',
    title: 'Setting up the second factor',
    open: (page, { cast }) => enrol(page, cast.owner),
  },
  {
    name: 'two-factor-wrong',
    title: 'A first code that is wrong',
    open: async (page, { cast }) => {
      await enrol(page, cast.owner);
      await page.getByLabel('Code that the app shows now').fill('000000');
      await page.keyboard.press('Enter');
      await page.getByText(errorRegistry.TWO_FACTOR_INVALID.title).waitFor();
    },
  },
  {
    name: 'two-factor-on',
    title: 'The second factor is on',
    visitor: 'careful',
    open: async (page) => {
      await openAccount(page);
      await page.getByRole('button', { name: 'New recovery codes' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'recovery-codes',
    title: 'Recovery codes, shown once',
    visitor: 'careful',
    open: async (page, { cast }) => {
      await openAccount(page);
      await page.getByRole('button', { name: 'New recovery codes' }).click();
      await page.getByLabel('Your password').fill(cast.careful.password);
      await page.keyboard.press('Enter');
      await page.getByRole('list', { name: 'Recovery codes' }).waitFor();
      await page.getByRole('button', { name: 'I have kept them' }).scrollIntoViewIfNeeded();
    },
  },
];
