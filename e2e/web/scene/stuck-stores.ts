import { holdNamespace, releaseNamespace } from '../../provision/support/finalizer.ts';
import type { WebPlatform } from '../support/web-platform.ts';
import { once } from './once.ts';
import { beginDeletion, endOf, operationIs, removeStores, type SceneStore } from './scene-stores.ts';
import { cancel, stepRuns, type StoreMaker } from './store-maker.ts';

/** Stores in the middle of something, made at the first use; asking for a later state moves them on into it. */
export interface StuckStores {
  running(): Promise<SceneStore>;
  retrying(): Promise<SceneStore>;
  /** The same one, cancelled: undoing it is held up. */
  cancelling(): Promise<SceneStore>;
  /** The same one, when the patience is over. */
  leftOver(): Promise<SceneStore>;
  deleting(): Promise<SceneStore>;
  /** The same one, when the patience is over. */
  deleteFailed(): Promise<SceneStore>;
  /** The same one, after what held it let go. */
  deleted(): Promise<SceneStore>;
  /** Ends the running one: it would fail some time. */
  endRunning(): Promise<void>;
  /** Lets go what is still held, so that the cluster can remove it. */
  release(): Promise<void>;
}

export function createStuckStores(platform: WebPlatform, maker: StoreMaker): StuckStores {
  const { client } = maker;
  const holding = new Set<string>();
  const hold = async ({ id }: SceneStore): Promise<void> => {
    holding.add(id);
    await holdNamespace(platform, id);
  };
  const letGo = async (id: string): Promise<void> => {
    if (holding.delete(id)) await releaseNamespace(platform, id);
  };
  const afterEnd = (stuck: () => Promise<SceneStore>) =>
    once(async () => {
      const store = await stuck();
      await endOf(client, store);
      return store;
    });

  const running = once(() => maker.held('Marigold Market'));
  const endRunning = once(async () => removeStores(client, [await running()]));
  const retrying = once(async () => {
    const store = await maker.create('Kiln & Clay', 'retried-initialise');
    await operationIs(client, store.operationId, ({ steps }) => steps.some(({ attempts }) => attempts.length > 1));
    return store;
  });
  const cancelling = once(async () => {
    const store = await retrying();
    await hold(store);
    await cancel(client, store);
    await operationIs(client, store.operationId, ({ state }) => state === 'compensating');
    return store;
  });
  const deleting = once(async () => {
    const store = await maker.settled('Summer Pop-up');
    await hold(store);
    const deletion = await beginDeletion(client, store);
    await stepRuns(client, deletion, 'remove-namespace');
    return deletion;
  });
  const deleteFailed = afterEnd(deleting);
  const deleted = once(async () => {
    const store = await deleteFailed();
    await letGo(store.id);
    const deletion = await beginDeletion(client, store);
    await endOf(client, deletion);
    return deletion;
  });
  const release = async (): Promise<void> => {
    await Promise.all([...holding].map(letGo));
  };
  const leftOver = afterEnd(cancelling);
  return {
    running,
    retrying,
    cancelling,
    leftOver,
    deleting,
    deleteFailed,
    deleted,
    endRunning,
    release,
  };
}
