import { cancelOperation, commandBacklog, createStore, platformWide } from '@shopwright/database';
import { sampleActor, sampleCreate } from '@shopwright/database/testing/samples';
import { createTestDatabase, type TestDatabase } from '@shopwright/database/testing/test-database';
import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dispatchCommands } from './dispatcher.ts';

interface Delivery {
  workflowId: string;
  signal: string;
  operationId: string;
}

/** Takes signals as Temporal would; `down` refuses them all. */
function fakeTemporal(): { client: Client; deliveries: Delivery[]; state: { isDown: boolean } } {
  const deliveries: Delivery[] = [];
  const state = { isDown: false };
  const workflow = {
    signalWithStart: async (
      _type: string,
      options: { workflowId: string; signal: string; signalArgs: [{ operationId: string }] },
    ) => {
      if (state.isDown) throw new Error('14 UNAVAILABLE');
      deliveries.push({
        workflowId: options.workflowId,
        signal: options.signal,
        operationId: options.signalArgs[0].operationId,
      });
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the dispatcher uses this one method
  return { client: { workflow } as unknown as Client, deliveries, state };
}

describe('dispatcher', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it('delivers in order, once, and starts the workflow of the store', async () => {
    const { client, deliveries } = fakeTemporal();
    const { storeId, operationId } = await createStore(database.db, sampleCreate());
    await cancelOperation(database.db, operationId, { actor: sampleActor, source: null, visibility: platformWide });
    expect(await dispatchCommands(database.db, client, 'queue')).toBe(2);
    expect(await dispatchCommands(database.db, client, 'queue')).toBe(0);
    const workflowId = `store/${storeId}`;
    expect(deliveries).toEqual([
      { workflowId, signal: 'submitOperation', operationId },
      { workflowId, signal: 'cancelOperation', operationId },
    ]);
  });

  it('keeps what Temporal did not take, and delivers it when it is back', async () => {
    const { client, deliveries, state } = fakeTemporal();
    state.isDown = true;
    await createStore(database.db, sampleCreate());
    await expect(dispatchCommands(database.db, client, 'queue')).rejects.toThrow('UNAVAILABLE');
    expect((await commandBacklog(database.db)).waiting).toBe(1);
    state.isDown = false;
    expect(await dispatchCommands(database.db, client, 'queue')).toBe(1);
    expect(deliveries).toHaveLength(1);
  });

  it('two dispatchers side by side deliver nothing twice', async () => {
    const { client, deliveries } = fakeTemporal();
    await Promise.all(Array.from({ length: 20 }, () => createStore(database.db, sampleCreate())));
    await Promise.all([dispatchCommands(database.db, client, 'queue'), dispatchCommands(database.db, client, 'queue')]);
    await dispatchCommands(database.db, client, 'queue');
    expect(new Set(deliveries.map((delivery) => delivery.operationId)).size).toBe(20);
    expect(deliveries).toHaveLength(20);
  });
});
