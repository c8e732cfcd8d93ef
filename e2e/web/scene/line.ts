import type { StoreDetail } from '@shopwright/contract/schemas/store';
import { until } from '../../provision/support/until.ts';
import { once } from './once.ts';
import { removeStores, type SceneStore } from './scene-stores.ts';
import type { StoreMaker } from './store-maker.ts';

const busyNames = ['Juniper & Rye', 'Blue Door Gallery', 'Fern & Moss', 'Loom', 'Café Solène', 'North Quay Bikes'];
const waitingNames = ['Little Fox Toys', 'Saltwater Surf'];

/** Stores that take every place, and those that wait behind them. */
export interface Line {
  busy: readonly SceneStore[];
  waiting: readonly SceneStore[];
}

export interface LineScene {
  form(): Promise<Line>;
  /** Makes the places free again, where the line was formed. */
  leave(): Promise<void>;
}

export function createLine(maker: StoreMaker, storesAtOnce: number): LineScene {
  let isFormed = false;
  const form = once(async (): Promise<Line> => {
    isFormed = true;
    const busy: SceneStore[] = [];
    for (const name of busyNames.slice(0, storesAtOnce)) busy.push(await maker.held(name));
    if (busy.length < storesAtOnce) throw new Error(`${storesAtOnce} places need as many names`);
    const waiting: SceneStore[] = [];
    for (const name of waitingNames) {
      const store = await maker.create(name);
      waiting.push(store);
      await until(`${name} in line`, () => isInPlace(maker, store, waiting.length));
    }
    return { busy, waiting };
  });
  const leave = once(async () => {
    if (!isFormed) return;
    const { busy, waiting } = await form();
    await removeStores(maker.client, [...waiting, ...busy]);
  });
  return { form, leave };
}

async function isInPlace({ client }: StoreMaker, { id }: SceneStore, place: number): Promise<true | undefined> {
  const { operation } = await client.get<StoreDetail>(`/api/stores/${id}`);
  return operation?.queuePosition === place ? true : undefined;
}
