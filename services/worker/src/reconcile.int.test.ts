import { closeOperation, commandBacklog, createStore } from '@shopwright/database';
import { sampleCreate } from '@shopwright/database/testing/samples';
import { createTestDatabase, type TestDatabase } from '@shopwright/database/testing/test-database';
import { createLogger } from '@shopwright/runtime';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resubmitLostOperations } from './reconcile.ts';

const logger = createLogger({ service: 'test', level: 'silent' });

function temporalThat(describeWorkflow: (workflowId: string) => Promise<{ status: { name: string } }>): Client {
  const workflow = { getHandle: (workflowId: string) => ({ describe: () => describeWorkflow(workflowId) }) };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- reconciling uses this one method
  return { workflow } as unknown as Client;
}

const notFound = temporalThat((workflowId) => Promise.reject(new WorkflowNotFoundError('none', workflowId, undefined)));
const running = temporalThat(() => Promise.resolve({ status: { name: 'RUNNING' } }));
const down = temporalThat(() => Promise.reject(new Error('14 UNAVAILABLE')));

describe('lost operations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  async function openOperation(ageSeconds: number) {
    const accepted = await createStore(database.db, sampleCreate());
    await database.pool.query('update workflow_commands set dispatched_at = now()');
    await database.pool.query(
      `update operations set created_at = now() - interval '${ageSeconds} seconds' where id = $1`,
      [accepted.operationId],
    );
    return accepted;
  }

  it('are submitted again once they are old and nobody works on them', async () => {
    const { operationId } = await openOperation(120);
    expect(await resubmitLostOperations(database.db, running, logger)).toBe(0);
    await expect(resubmitLostOperations(database.db, down, logger)).rejects.toThrow('UNAVAILABLE');
    expect(await resubmitLostOperations(database.db, notFound, logger)).toBe(1);
    expect((await commandBacklog(database.db)).waiting).toBe(1);
    await closeOperation(database.db, { operationId, outcome: 'succeeded', failure: null });
    expect(await resubmitLostOperations(database.db, notFound, logger)).toBe(0);
  });

  it('are left alone while they are young', async () => {
    await openOperation(5);
    expect(await resubmitLostOperations(database.db, notFound, logger)).toBe(0);
  });
});
