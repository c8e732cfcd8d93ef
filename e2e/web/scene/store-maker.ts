import type { StepId } from '@shopwright/contract/steps';
import type { PersonClient } from './person-client.ts';
import { createStore, endOf, operationIs, type SceneStore } from './scene-stores.ts';

/** Makes stores for one person, up to a point. `behaviour` is that of the sample engine. */
export interface StoreMaker {
  client: PersonClient;
  create(name: string, behaviour?: string): Promise<SceneStore>;
  /** Until its operation has ended. */
  settled(name: string, behaviour?: string): Promise<SceneStore>;
  /** The same for one of many with this name. */
  another(name: string): Promise<SceneStore>;
  /** Until it starts, where it stays. */
  held(name: string): Promise<SceneStore>;
}

export function createStoreMaker(client: PersonClient, slugEnding: string): StoreMaker {
  const create = (name: string, behaviour?: string): Promise<SceneStore> =>
    createStore(client, { name, ...(behaviour !== undefined && { behaviour }) }, slugEnding);
  return {
    client,
    create,
    settled: async (name, behaviour) => {
      const store = await create(name, behaviour);
      await endOf(client, store);
      return store;
    },
    another: async (name) => {
      const store = await createStore(client, { name, isOneOfMany: true }, slugEnding);
      await endOf(client, store);
      return store;
    },
    held: async (name) => {
      const store = await create(name, 'held-readiness');
      await stepRuns(client, store, 'readiness');
      return store;
    },
  };
}

export async function stepRuns(client: PersonClient, { operationId }: SceneStore, step: StepId): Promise<void> {
  await operationIs(client, operationId, ({ steps }) =>
    steps.some(({ id, state }) => id === step && state === 'active'),
  );
}

export async function cancel(client: PersonClient, { operationId }: SceneStore): Promise<void> {
  await client.send('POST', `/api/operations/${operationId}/cancel`, {});
}
