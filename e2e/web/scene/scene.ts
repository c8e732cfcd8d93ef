import { operatorSession, type StoredSession } from '../support/sign-in.ts';
import type { WebPlatform } from '../support/web-platform.ts';
import { type Cast, gatherCast, type Visitors } from './cast.ts';
import { seedHistory } from './history.ts';
import { createLine, type LineScene } from './line.ts';
import { once } from './once.ts';
import { createRestingStores, type RestingStores } from './resting-stores.ts';
import { createStoreMaker } from './store-maker.ts';
import { createStuckStores, type StuckStores } from './stuck-stores.ts';

/** Whose eyes a state is seen with. */
export type Visitor = 'nobody' | 'operator' | keyof Visitors;

/** People, organizations and stores that the states of the dashboard are shown with. */
export interface Scene {
  platform: WebPlatform;
  cast: Cast;
  /** The owner's stores. */
  stores: RestingStores & StuckStores;
  line: LineScene;
  /** Creations of the last day, for charts. */
  history: () => Promise<void>;
  session(visitor: Visitor): Promise<StoredSession | null>;
  close(): Promise<void>;
}

export interface SceneOptions {
  /** Keeps the addresses of its stores apart from those of other scenes on the same cluster. */
  slugEnding: string;
}

export async function openScene(platform: WebPlatform, { slugEnding }: SceneOptions): Promise<Scene> {
  const cast = await gatherCast(platform, slugEnding);
  const maker = createStoreMaker(cast.owner.client, slugEnding);
  const stuck = createStuckStores(platform, maker);
  return {
    platform,
    cast,
    stores: { ...stuck, ...createRestingStores(maker) },
    line: createLine(maker, platform.storesAtOnce),
    history: once(() => seedHistory(platform)),
    session: async (visitor) => {
      if (visitor === 'nobody') return null;
      return visitor === 'operator' ? await operatorSession(platform) : await cast[visitor].client.session();
    },
    close: async () => {
      await stuck.release();
      const { operator, invitations: _invitations, ...visitors } = cast;
      const clients = Object.values(visitors).map(({ client }) => client);
      await Promise.all([operator, ...clients].map((client) => client.close()));
    },
  };
}
