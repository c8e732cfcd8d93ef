import { errorRegistry } from '@shopwright/contract/errors';
import type { Page } from 'playwright-core';
import type { SceneStore } from '../scene/scene-stores.ts';
import { waitForPhase } from '../support/actions.ts';
import { refuseClipboard } from '../support/in-page.ts';
import type { DashboardState } from './dashboard-state.ts';
import { openAt } from './opening.ts';

async function openReady(page: Page, store: SceneStore): Promise<void> {
  await openAt(page, `/stores/${store.id}`, store.name);
  await waitForPhase(page, 'ready');
}

async function openSteps(page: Page, store: SceneStore): Promise<void> {
  await openReady(page, store);
  await page.locator('summary', { hasText: /^Created/ }).click();
}

export const storeDetailStates: readonly DashboardState[] = [
  {
    name: 'store-steps',
    title: 'How a store was made',
    text: 'The steps stay, folded away, with how long each took.',
    isWhole: true,
    open: async (page, { stores }) => {
      await openSteps(page, await stores.ready());
      await page.locator('[data-step=probe][data-state=done]').waitFor();
    },
  },
  {
    name: 'store-password',
    title: 'The password, revealed',
    text: 'Once. Who did that stands in the activity.',
    open: async (page, { stores }) => {
      await openReady(page, await stores.fresh());
      await page.getByRole('button', { name: 'Reveal' }).click();
      await page.getByTestId('password').waitFor();
    },
  },
  {
    name: 'store-password-revealed',
    title: 'A password that was revealed before',
    open: async (page, { stores, cast }) => {
      const store = await stores.fresh();
      await cast.owner.client.send('POST', `/api/stores/${store.id}/credentials`);
      await openReady(page, store);
      await page.getByText('The password has been revealed.').waitFor();
    },
  },
  {
    name: 'store-copy-refused',
    title: 'A copy that the browser refused',
    open: async (page, { stores }) => {
      await openReady(page, await stores.ready());
      await page.evaluate(refuseClipboard);
      await page.getByRole('button', { name: 'Copy the address' }).click();
      await page.getByText('The browser refused to copy. Select the text instead.').waitFor();
    },
  },
  {
    name: 'store-cluster-away',
    title: 'The cluster does not answer',
    text: 'Nothing old is shown as if it were how things are now.',
    open: async (page, { stores }) => {
      const { status, title, hint } = errorRegistry.CLUSTER_UNAVAILABLE;
      const problem = { type: 'about:blank', title, status, detail: title, hint, code: 'CLUSTER_UNAVAILABLE' };
      await page.route('**/pods', (route) =>
        route.fulfill({ status, json: { ...problem, retryable: true, requestId: 'req-7f3k', instance: '/api' } }),
      );
      await openReady(page, await stores.ready());
      await page.getByText(hint).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'store-viewer',
    title: 'A store, seen by somebody who may only look',
    visitor: 'viewer',
    open: async (page, { stores }) => openReady(page, await stores.ready()),
  },
  {
    name: 'store-operator',
    title: 'A store, seen by an operator',
    text: 'With its organization, and the way to its workflow in the Temporal UI.',
    visitor: 'operator',
    isWhole: true,
    open: async (page, { stores }) => {
      await openSteps(page, await stores.ready());
      await page.getByText('Open the workflow in Temporal').waitFor();
    },
  },
  {
    name: 'store-loading',
    title: 'While a store is being read',
    isLoading: true,
    open: async (page, { stores }) => {
      const { id } = await stores.ready();
      await page.route(`**/api/stores/${id}`, () => undefined);
      await page.goto(`/stores/${id}`);
      await page.getByLabel('Loading the store').waitFor();
    },
  },
  {
    name: 'news',
    title: 'News from another page',
    text: 'How an operation ended is told wherever one is.',
    open: async (page, { stores }) => {
      await openAt(page, '/organization/usage', 'Used of the quota');
      await page.locator('[data-connection=live]').waitFor({ state: 'attached' });
      await stores.fresh();
      await page.getByText('is ready.').waitFor();
    },
  },
];
