import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { OperationId, OrganizationId } from '@shopwright/contract/ids';
import { admitOperation, closeOperation, createStore, listAdmissible, type Database } from '@shopwright/database';
import { sampleCreate } from '@shopwright/database/testing/samples';

export interface LineOptions {
  db: Database;
  /** How many stores are made at once. */
  places: number;
  /** What making a store takes, SIMULATED. */
  slotMs: number;
}

/** The real admission on the real database; making a store is a pause. */
export function createLine({ db, places, slotMs }: LineOptions) {
  const admitted = new EventEmitter().setMaxListeners(0);
  const running = new Set<Promise<void>>();

  /** What the workflow of an operation does once it has a place. */
  const work = async (operationId: OperationId): Promise<void> => {
    admitted.emit(operationId);
    await delay(slotMs * (0.75 + Math.random() / 2));
    await closeOperation(db, { operationId, outcome: 'succeeded', failure: null });
    await giveFreePlaces();
  };

  /** What the end of an operation does: those who may go on are told and ask for their place. */
  const giveFreePlaces = async (): Promise<void> => {
    for (const { id } of await listAdmissible(db, places)) await ask(id);
  };

  const started = new Set<OperationId>();
  const ask = async (id: OperationId): Promise<void> => {
    const { admitted: hasPlace } = await admitOperation(db, id, places);
    if (!hasPlace || started.has(id)) return;
    started.add(id);
    const task = work(id).finally(() => running.delete(task));
    running.add(task);
  };

  const submit = async (organizationId: OrganizationId): Promise<OperationId> => {
    const sample = sampleCreate({ organizationId });
    const limits = { ...sample.limits, maxStores: 1_000_000 };
    const { operationId } = await createStore(db, { ...sample, limits });
    return operationId;
  };

  return {
    /** Asks for a store and goes on once it is accepted. */
    submit: async (organizationId: OrganizationId): Promise<void> => ask(await submit(organizationId)),

    /** Asks for a store; how many milliseconds it waited for a place. */
    waitOf: async (organizationId: OrganizationId): Promise<number> => {
      const operationId = await submit(organizationId);
      const since = performance.now();
      const hasPlace = once(admitted, operationId);
      await ask(operationId);
      await hasPlace;
      return performance.now() - since;
    },

    /** Cancels whatever waits; resolves when nothing is made any more. */
    end: async (): Promise<void> => {
      for (const { id } of await listAdmissible(db, 1_000_000)) {
        await closeOperation(db, { operationId: id, outcome: 'cancelled', failure: null });
      }
      while (running.size > 0) await Promise.all(running);
    },
  };
}

export type Line = ReturnType<typeof createLine>;
