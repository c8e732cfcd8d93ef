import type { Accepted } from '@shopwright/contract/schemas/store';
import type { OperationView } from '@shopwright/contract/schemas/operation';
import { deriveSlug } from '@shopwright/contract/slugs';
import { until } from '../../provision/support/until.ts';
import type { PersonClient } from './person-client.ts';

export interface SceneStore {
  id: string;
  name: string;
  operationId: string;
}

export interface WantedStore {
  name: string;
  /** Made distinct where another store of the scene has the name. */
  isOneOfMany?: boolean;
  /** How the sample engine makes it, e.g. `fault-init` or `held-readiness`; as it should where it is left out. */
  behaviour?: string;
}

const timeoutMs = 240_000;

/** Creates a store. `slugEnding` keeps the addresses of two scenes on one cluster apart. */
export async function createStore(
  client: PersonClient,
  { name, behaviour, isOneOfMany = false }: WantedStore,
  slugEnding: string,
): Promise<SceneStore> {
  const { store, operation } = await client.send<Accepted>('POST', '/api/stores', {
    name,
    ...(!isOneOfMany && { slug: `${deriveSlug(name)}${slugEnding}` }),
    adminEmail: 'orders@harbour.example',
    ...(behaviour !== undefined && { adminUsername: behaviour }),
  });
  return { id: store.id, name, operationId: operation.id };
}

/** Waits for the end of the newest operation of a store. */
export async function endOf(client: PersonClient, { operationId }: SceneStore): Promise<void> {
  await operationIs(client, operationId, ({ done }) => done);
}

export function operationIs(
  client: PersonClient,
  id: string,
  isWanted: (operation: OperationView) => boolean,
): Promise<OperationView> {
  const look = async (): Promise<OperationView | undefined> => {
    const operation = await client.get<OperationView>(`/api/operations/${id}`);
    return isWanted(operation) ? operation : undefined;
  };
  return until(`${id} as it is wanted`, look, timeoutMs);
}

/** Asks for the deletion; the returned store's operation is that of the deletion. */
export async function beginDeletion(client: PersonClient, store: SceneStore): Promise<SceneStore> {
  const { operation } = await client.send<Accepted>('DELETE', `/api/stores/${store.id}`);
  return { ...store, operationId: operation.id };
}

/** Removes stores, whatever happens to them at the moment. */
export async function removeStores(client: PersonClient, stores: readonly SceneStore[]): Promise<void> {
  const deletions = await Promise.all(stores.map((store) => beginDeletion(client, store)));
  await Promise.all(deletions.map((deletion) => endOf(client, deletion)));
}
