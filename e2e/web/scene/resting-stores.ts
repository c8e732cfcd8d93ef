import { once } from './once.ts';
import { endOf, type SceneStore } from './scene-stores.ts';
import { cancel, type StoreMaker } from './store-maker.ts';

const freshNames = [
  'Wren Stationery',
  'Oak & Iron',
  'Blue Heron Coffee',
  'Maison Lune',
  'Peregrine Outdoors',
  'Salt & Sugar',
];
const shelfNames = ['Tea & Co', 'Nordlicht Leuchten', 'Olive & Thyme', 'Søstrene Strik', 'Cycle Works'];

export interface RestingStores {
  ready(): Promise<SceneStore>;
  /** Ready ones that make a list look like one. */
  shelf(): Promise<readonly SceneStore[]>;
  /** One more that is ready, for what can be done once. */
  fresh(): Promise<SceneStore>;
  failed(): Promise<SceneStore>;
  imageMissing(): Promise<SceneStore>;
  cancelled(): Promise<SceneStore>;
}

/** Stores to which nothing happens any more; each is made at its first use. */
export function createRestingStores(maker: StoreMaker): RestingStores {
  const { client } = maker;
  let fresh = 0;
  const nextName = (): string => freshNames[fresh++ % freshNames.length] ?? 'Wren Stationery';
  return {
    ready: once(() => maker.settled('Harbour Street Books')),
    shelf: once(() => Promise.all(shelfNames.map((name) => maker.settled(name)))),
    fresh: () => maker.another(nextName()),
    failed: once(() => maker.settled('Paper Lantern', 'fault-init')),
    imageMissing: once(() => maker.settled('Velvet Records', 'fault-image')),
    cancelled: once(async () => {
      const store = await maker.held('Lemon Press');
      await cancel(client, store);
      await endOf(client, store);
      return store;
    }),
  };
}
