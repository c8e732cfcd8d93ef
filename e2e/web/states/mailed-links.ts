import { errorRegistry } from '@shopwright/contract/errors';
import { randomBase32 } from '@shopwright/contract/ids';
import type { Page } from 'playwright-core';
import { mailedSecret, signUp } from '../scene/people.ts';
import type { Scene } from '../scene/scene.ts';
import type { DashboardState } from './dashboard-state.ts';
import { at, openAt } from './opening.ts';

const password = 'paper lantern harbour nine';
const firstNames = ['Hugo', 'Ines', 'Jonas', 'Karla', 'Liam', 'Mina', 'Otto', 'Petra'];

export const mailedLinkStates: readonly DashboardState[] = [
  {
    name: 'forgot-password',
    title: 'A forgotten password',
    visitor: 'nobody',
    open: at('/forgot-password', 'Forgot the password?'),
  },
  {
    name: 'forgot-password-sent',
    title: 'The link is on its way',
    text: 'The same is said whether the address has an account or not.',
    visitor: 'nobody',
    open: (page) => sendMail(page, '/forgot-password', 'Forgot the password?'),
  },
  {
    name: 'password-reset',
    title: 'Choosing a new password',
    visitor: 'nobody',
    open: async (page, scene) => {
      await openAt(page, `/password-reset#${await resetSecret(scene)}`, 'Choose a new password');
      await page.getByRole('textbox', { name: 'New password' }).fill(password);
    },
  },
  {
    name: 'password-reset-weak',
    title: 'A password that is easy to guess',
    visitor: 'nobody',
    open: async (page, scene) => {
      await openAt(page, `/password-reset#${await resetSecret(scene)}`, 'Choose a new password');
      await page.getByRole('textbox', { name: 'New password' }).fill('password1234');
      await page.keyboard.press('Enter');
      await page.getByText(errorRegistry.PASSWORD_TOO_WEAK.title).waitFor();
    },
  },
  {
    name: 'password-reset-used-up',
    title: 'A link that was used already, or is too old',
    visitor: 'nobody',
    open: async (page) => {
      await openAt(page, `/password-reset#${'a'.repeat(43)}`, 'Choose a new password');
      await page.getByRole('textbox', { name: 'New password' }).fill(password);
      await page.keyboard.press('Enter');
      await page.getByText(errorRegistry.LINK_INVALID.title).waitFor();
    },
  },
  {
    name: 'password-reset-done',
    title: 'The new password is set',
    visitor: 'nobody',
    open: async (page, scene) => {
      await openAt(page, `/password-reset#${await resetSecret(scene)}`, 'Choose a new password');
      await page.getByRole('textbox', { name: 'New password' }).fill(password);
      await page.keyboard.press('Enter');
      await page.getByText('The new password is set').waitFor();
    },
  },
  {
    name: 'sign-up',
    title: 'Signing up',
    text: 'Where the operator has opened it to everybody; otherwise an invitation is needed.',
    visitor: 'nobody',
    open: at('/sign-up', 'Sign up'),
  },
  {
    name: 'sign-up-account',
    title: 'Making the account, from the link of the mail',
    visitor: 'nobody',
    open: async (page, { platform, cast }) => {
      const email = `sign-up-${randomBase32(6)}@example.com`;
      const send = () => cast.operator.send('POST', '/api/auth/sign-up', { email });
      await openAt(page, `/sign-up#${await mailedSecret(platform, email, send)}`, 'Make your account');
    },
  },
  {
    name: 'invitation',
    title: 'An invitation, for somebody without an account',
    visitor: 'nobody',
    open: (page, { cast }) => openAt(page, `/invitation#${cast.invitations.newcomer}`, 'Join Harbour Street'),
  },
  {
    name: 'invitation-with-account',
    title: 'An invitation, for somebody with an account',
    visitor: 'nobody',
    open: (page, { cast }) => openAt(page, `/invitation#${cast.invitations.stranger}`, 'Join Harbour Street'),
  },
  {
    name: 'invitation-signed-in',
    title: 'An invitation, signed in',
    visitor: 'stranger',
    open: async (page, { cast }) => {
      await openAt(page, `/invitation#${cast.invitations.stranger}`, 'Join Harbour Street');
      await page.getByRole('button', { name: 'Accept as' }).waitFor();
    },
  },
  {
    name: 'invitation-used-up',
    title: 'An invitation that was taken back, accepted or is too old',
    visitor: 'nobody',
    open: at(`/invitation#${'a'.repeat(43)}`, errorRegistry.INVITATION_INVALID.title),
  },
  {
    name: 'link-incomplete',
    title: 'A link that a mail program has cut off',
    visitor: 'nobody',
    open: at('/invitation', 'This link is not complete'),
  },
];

async function sendMail(page: Page, path: string, heading: string): Promise<void> {
  await openAt(page, path, heading);
  await page.getByLabel('E-mail').fill('ada@harbour.example');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText('is on its way').waitFor();
}

/** Of an account of its own: setting the password ends every session of it. */
async function resetSecret({ platform }: Scene): Promise<string> {
  const first = firstNames[Math.floor(Math.random() * firstNames.length)] ?? 'Hugo';
  const email = `${first.toLowerCase()}-${randomBase32(6)}@example.com`;
  const { client } = await signUp(platform, { name: `${first} Stein`, email });
  const secret = await mailedSecret(platform, email, () => client.send('POST', '/api/auth/password-reset', { email }));
  await client.close();
  return secret;
}
