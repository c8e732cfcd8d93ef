import { waitForPhase, waitForStep } from '../support/actions.ts';
import type { Scene } from '../scene/scene.ts';
import type { SceneStore } from '../scene/scene-stores.ts';
import type { Page } from 'playwright-core';
import type { DashboardState } from './dashboard-state.ts';
import { openAt } from './opening.ts';

/** Opens the page of a store of the scene in the phase that it is in by then. */
function storeIn(phase: string, choose: (scene: Scene) => Promise<SceneStore>): DashboardState['open'] {
  return async (page, scene) => {
    await openStore(page, await choose(scene), phase);
  };
}

async function openStore(page: Page, store: SceneStore, phase: string): Promise<void> {
  await openAt(page, `/stores/${store.id}`, store.name);
  await waitForPhase(page, phase);
}

export const storeLifeStates: readonly DashboardState[] = [
  {
    name: 'store-waiting',
    title: 'A store that waits for a place',
    text: 'Only so many stores are made at once. Organizations take turns; within one it is first come, first served.',
    open: async (page, { line }) => {
      const [, second] = (await line.form()).waiting;
      if (second === undefined) throw new Error('nobody waits');
      await openStore(page, second, 'queued');
      await page.getByText('Place 2 in line.').waitFor();
    },
    leave: ({ line }) => line.leave(),
  },
  {
    name: 'store-being-made',
    title: 'A store that is being made',
    text: 'Every step as it happens, how long it takes and how long it usually takes.',
    isImportant: true,
    open: async (page, { stores }) => {
      await openStore(page, await stores.running(), 'provisioning');
      await waitForStep(page, 'readiness', 'active');
    },
    leave: ({ stores }) => stores.endRunning(),
  },
  {
    name: 'store-retrying',
    title: 'A step that is tried again',
    text: 'Every attempt with its reason, and for how long it goes on.',
    open: async (page, { stores }) => {
      await openStore(page, await stores.retrying(), 'provisioning');
      await waitForStep(page, 'initialise', 'retrying');
    },
  },
  {
    name: 'store-cancelling',
    title: 'A creation that was cancelled is being undone',
    open: async (page, { stores }) => {
      await openStore(page, await stores.cancelling(), 'provisioning');
      await page.locator('[data-operation-state=compensating]').waitFor();
    },
  },
  {
    name: 'store-deleting',
    title: 'A store that is being deleted',
    open: storeIn('deleting', ({ stores }) => stores.deleting()),
  },
  {
    name: 'store-left-over',
    title: 'Something could not be undone',
    text: 'What is left is named. Deleting the store removes it once nothing holds it any more.',
    open: async (page, { stores }) => {
      await openStore(page, await stores.leftOver(), 'failed');
      await page.getByText('Could not be removed:').waitFor();
    },
  },
  {
    name: 'store-delete-failed',
    title: 'A store that could not be deleted completely',
    open: storeIn('delete-failed', ({ stores }) => stores.deleteFailed()),
  },
  {
    name: 'store-deleted',
    title: 'A store that is gone',
    text: 'Its page stays as a receipt.',
    open: storeIn('deleted', ({ stores }) => stores.deleted()),
  },
  {
    name: 'store-cancelled',
    title: 'A creation that was cancelled',
    text: 'Everything is removed again; the same store can still be made.',
    open: storeIn('failed', ({ stores }) => stores.cancelled()),
  },
  {
    name: 'store-failed',
    title: 'A failure',
    text: 'Opens at what failed: cause, hint, the lines that the step reported, and one button.',
    isImportant: true,
    isWhole: true,
    open: async (page, { stores }) => {
      await openStore(page, await stores.failed(), 'failed');
      await page.locator('[data-step=initialise] [role=log]').waitFor();
    },
  },
  {
    name: 'store-failed-early',
    title: 'A failure before the shop has started',
    open: storeIn('failed', ({ stores }) => stores.imageMissing()),
  },
  {
    name: 'store-ready',
    title: 'A store that sells',
    text: 'Shop and admin are one click away; the password can be revealed once.',
    isImportant: true,
    isWhole: true,
    open: async (page, { stores }) => {
      await openStore(page, await stores.ready(), 'ready');
      await page.locator('[data-pod-state=ready]').first().waitFor();
    },
  },
];
