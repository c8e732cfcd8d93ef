import { errorRegistry } from '@shopwright/contract/errors';
import { randomBase32 } from '@shopwright/contract/ids';
import type { Page } from 'playwright-core';
import { fillSignIn } from '../support/actions.ts';
import type { DashboardState } from './dashboard-state.ts';
import { at, openAt } from './opening.ts';

const heading = 'Sign in to Shopwright';

const openSecondStep: DashboardState['open'] = async (page, { cast }) => {
  await openAt(page, '/sign-in', heading);
  await fillSignIn(page, cast.careful);
  await page.getByLabel('Code', { exact: true }).waitFor();
};

export const signInStates: readonly DashboardState[] = [
  {
    name: 'sign-in',
    title: 'Signing in',
    visitor: 'nobody',
    isImportant: true,
    open: at('/sign-in', heading),
  },
  {
    name: 'sign-in-empty',
    title: 'Signing in without saying who',
    text: 'What is wrong stands at its field; the first of them has the focus.',
    visitor: 'nobody',
    open: async (page) => {
      await openAt(page, '/sign-in', heading);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  {
    name: 'sign-in-refused',
    title: 'A wrong address or password',
    text: 'It does not say which of the two.',
    visitor: 'nobody',
    open: async (page, { cast }) => {
      await openAt(page, '/sign-in', heading);
      await fillSignIn(page, { email: cast.owner.email, password: 'not the password' });
      await page.getByText(errorRegistry.INVALID_CREDENTIALS.title).waitFor();
    },
  },
  {
    name: 'sign-in-delayed',
    title: 'Too many wrong passwords',
    text: 'The wait grows with every wrong attempt; nobody is locked out for good.',
    visitor: 'nobody',
    open: guessTooOften,
  },
  {
    name: 'sign-in-provider',
    title: 'Signing in with a provider',
    text: 'Where an OpenID Connect provider is configured.',
    visitor: 'nobody',
    open: async (page) => {
      await page.route('**/api/auth/options', async (route) => {
        const options: Record<string, unknown> = await (await route.fetch()).json();
        await route.fulfill({ json: { ...options, providers: [{ id: 'oidc', name: 'Harbour ID' }] } });
      });
      await openAt(page, '/sign-in', heading);
      await page.getByRole('button', { name: 'Continue with Harbour ID' }).waitFor();
    },
  },
  {
    name: 'sign-in-provider-failed',
    title: 'Back from a provider that did not sign in',
    visitor: 'nobody',
    open: async (page) => {
      await openAt(page, '/sign-in?problem=PROVIDER_FAILED', heading);
      await page.getByText(errorRegistry.PROVIDER_FAILED.title).waitFor();
    },
  },
  {
    name: 'sign-in-session-ended',
    title: 'A session that has ended',
    text: 'Ended elsewhere, or too old. After signing in again one is back where one was.',
    open: async (page) => {
      await openAt(page, '/', 'Stores');
      await page.context().clearCookies();
      await page.keyboard.press('g');
      await page.keyboard.press('a');
      await page.getByText('The session has ended').waitFor();
    },
  },
  {
    name: 'second-factor',
    title: 'The second factor',
    text: 'Asked for after the password, where the account has one.',
    visitor: 'nobody',
    open: openSecondStep,
  },
  {
    name: 'second-factor-refused',
    title: 'A wrong code',
    visitor: 'nobody',
    open: async (page, scene) => {
      await openSecondStep(page, scene);
      await page.getByLabel('Code', { exact: true }).fill('000000');
      await page.keyboard.press('Enter');
      await page.getByText(errorRegistry.TWO_FACTOR_INVALID.title).waitFor();
    },
  },
  {
    name: 'recovery-code',
    title: 'A recovery code instead',
    text: 'For the day on which the authenticator app is not at hand.',
    visitor: 'nobody',
    open: async (page, scene) => {
      await openSecondStep(page, scene);
      await page.getByRole('button', { name: 'Use a recovery code' }).click();
      await page.getByLabel('Recovery code').waitFor();
    },
  },
];

/** Guesses at an account that does not exist, which is slowed down like any other; the last guess is made on the page. */
async function guessTooOften(page: Page): Promise<void> {
  const guess = { email: `guess-${randomBase32(6)}@example.com`, password: 'not the password' };
  await openAt(page, '/sign-in', heading);
  const refused = Array.from({ length: 8 }, async () => {
    const answer = await page.request.post('/api/auth/sign-in', { data: guess });
    if (answer.status() !== errorRegistry.SIGN_IN_DELAYED.status) throw new Error(`answered ${answer.status()}`);
  });
  await Promise.any(refused);
  await fillSignIn(page, guess);
  await page.getByText('The next attempt is heard in').waitFor();
  await Promise.allSettled(refused);
}
