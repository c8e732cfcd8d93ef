import type { Activities } from '@shopwright/activities';
import type { ErrorCode } from '@shopwright/contract/errors';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createFakeActivities, type FakeBehaviour } from './testing/fake-activities.ts';
import { recordHistories } from './testing/record-history.ts';
import { createWorkflowHarness, type StoreDriver, type WorkflowHarness } from './testing/workflow-harness.ts';

const address = inject('temporalAddress');
const steps = [
  'ensureNamespace',
  'ensureSecrets',
  'installRelease',
  'awaitReady',
  'initialiseStore',
  'openRoute',
  'probeStore',
] as const;

describe.skipIf(address === '')('store workflow', { timeout: 60_000 }, () => {
  let harness: WorkflowHarness;
  beforeAll(async () => {
    harness = await createWorkflowHarness(address, inject('temporalNamespace'));
  });
  afterAll(() => harness.close());

  /** Runs a scenario, then deletes the store so that no workflow stays behind. */
  async function scenario(
    behaviour: FakeBehaviour,
    body: (store: StoreDriver, fake: ReturnType<typeof createFakeActivities>) => Promise<void>,
  ) {
    const fake = createFakeActivities(behaviour);
    await harness.run(fake.activities, async (store) => {
      await body(store, fake);
      await store.submit('delete');
      await store.handle.result();
      await recordHistories(harness.client, expect.getState().currentTestName ?? '', store.workflowIds);
    });
    return fake;
  }
  const closedCount = (fake: ReturnType<typeof createFakeActivities>, count: number) =>
    vi.waitUntil(() => fake.closed.length >= count, { timeout: 20_000 });

  it('provisions in order, keeps the history, and ends with the delete', async () => {
    const fake = await scenario({}, async (store, running) => {
      await store.submit('provision');
      await closedCount(running, 1);
    });
    const order = fake.calls.filter((call) => steps.some((step) => step === call));
    expect(order.toSorted()).toEqual(steps.toSorted());
    expect(order.slice(0, 3)).toEqual(steps.slice(0, 3));
    expect(order.indexOf('openRoute')).toBeGreaterThan(order.indexOf('initialiseStore'));
    expect(order.at(-1)).toBe('probeStore');
    expect(fake.closed.map((closed) => closed.outcome)).toEqual(['succeeded', 'succeeded']);
    expect(fake.calls.filter((call) => call === 'exportHistory')).toHaveLength(2);
    expect(fake.calls).not.toContain('undoNamespace');
  });

  it('opens the address after the set-up, though a part is not ready yet', async () => {
    const fake = await scenario({ hang: ['awaitReady'] }, async (store, running) => {
      const operationId = await store.submit('provision');
      await running.began('openRoute');
      await store.cancel(operationId);
      await closedCount(running, 1);
    });
    expect(fake.calls.indexOf('openRoute')).toBeGreaterThan(fake.calls.indexOf('initialiseStore'));
    expect(fake.calls).not.toContain('probeStore');
  });

  it.each(steps)('a failure of %s undoes everything and keeps its own code', async (step) => {
    const code: ErrorCode = 'IMAGE_UNAVAILABLE';
    const fake = await scenario({ fail: { [step]: code } }, async (store, running) => {
      await store.submit('provision');
      await closedCount(running, 1);
    });
    expect(fake.closed[0]).toMatchObject({ outcome: 'failed', code, leftovers: [] });
    expect(fake.calls.indexOf('undoNamespace')).toBeGreaterThan(fake.calls.indexOf('markCompensating'));
  });

  it.each(steps)('a cancel during %s ends it, undoes everything and says cancelled', async (step) => {
    const fake = await scenario({ hang: [step] }, async (store, running) => {
      const operationId = await store.submit('provision');
      await running.began(step);
      await store.cancel(operationId);
      await closedCount(running, 1);
    });
    expect(fake.closed[0]).toMatchObject({ outcome: 'cancelled', code: 'OPERATION_CANCELLED' });
    expect(fake.calls).toContain('undoNamespace');
  });

  it('a step that fails while it is being cancelled is cancelled, not failed', async () => {
    const behaviour = { hang: ['awaitReady' as const], fail: { awaitReady: 'CLUSTER_UNAVAILABLE' as const } };
    const fake = await scenario(behaviour, async (store, running) => {
      const operationId = await store.submit('provision');
      await running.began('awaitReady');
      await store.cancel(operationId);
      await closedCount(running, 1);
    });
    expect(fake.closed[0]).toMatchObject({ outcome: 'cancelled', code: 'OPERATION_CANCELLED' });
    expect(fake.calls).toContain('undoNamespace');
  });

  it('a delete during provisioning cancels, undoes, then deletes', async () => {
    const fake = await scenario({ hang: ['installRelease'] }, async (store, running) => {
      await store.submit('provision');
      await running.began('installRelease');
    });
    expect(fake.closed.map((closed) => closed.outcome)).toEqual(['cancelled', 'succeeded']);
    expect(fake.calls.indexOf('beginDelete')).toBeGreaterThan(fake.calls.indexOf('undoNamespace'));
  });

  it('says what a compensation could not remove, and keeps the original error', async () => {
    const fail: Partial<Record<keyof Activities, ErrorCode>> = {
      probeStore: 'PROBE_CART_FAILED',
      undoNamespace: 'TEARDOWN_BLOCKED',
    };
    const fake = await scenario({ fail }, async (store, running) => {
      await store.submit('provision');
      await closedCount(running, 1);
    });
    expect(fake.closed[0]).toMatchObject({
      outcome: 'failed',
      code: 'PROBE_CART_FAILED',
      leftovers: ['failed: TEARDOWN_BLOCKED'],
    });
  });

  it('waits for a place until it is woken', async () => {
    const fake = await scenario({ refusals: 1 }, async (store, running) => {
      const operationId = await store.submit('provision');
      await running.began('beginProvision');
      const child = harness.client.workflow.getHandle(`store/${store.storeId}/provision/${operationId}`);
      await child.signal('slotFreed');
      await closedCount(running, 1);
    });
    expect(fake.closed[0]?.outcome).toBe('succeeded');
  });

  it('resumes a failed store under the same id, and a delete that failed can be repeated', async () => {
    const fail: Partial<Record<keyof Activities, ErrorCode>> = { verifyGone: 'TEARDOWN_BLOCKED' };
    const fake = createFakeActivities({ fail });
    await harness.run(fake.activities, async (store) => {
      await store.submit('provision');
      await closedCount(fake, 1);
      await store.submit('delete');
      await closedCount(fake, 2);
      delete fail.verifyGone;
      await store.submit('delete');
      await store.handle.result();
    });
    expect(fake.closed.map((closed) => closed.code)).toEqual([undefined, 'TEARDOWN_BLOCKED', undefined]);
  });

  it('does nothing for an operation that was closed before', async () => {
    const fake = await scenario({ isClosedBefore: true }, async (store, running) => {
      await store.submit('provision');
      await running.began('exportHistory');
    });
    expect(fake.calls).not.toContain('ensureNamespace');
    expect(fake.calls).not.toContain('undoNamespace');
    expect(fake.closed).toHaveLength(1);
  });

  it('continues as new between operations and loses none', async () => {
    const fake = createFakeActivities({ fail: { probeStore: 'PROBE_CART_FAILED' } });
    await harness.run(
      fake.activities,
      async (store) => {
        await store.submit('provision');
        await store.submit('retry');
        await closedCount(fake, 2);
        await recordHistories(harness.client, 'continue-as-new', store.workflowIds);
        await store.submit('delete');
        await store.handle.result();
      },
      { operationsPerRun: 1 },
    );
    expect(fake.closed.map((closed) => closed.outcome)).toEqual(['failed', 'failed', 'succeeded']);
  });

  it('closes an operation whose child was terminated as lost', async () => {
    const fake = await scenario({ hang: ['installRelease'] }, async (store, running) => {
      const operationId = await store.submit('provision');
      await running.began('installRelease');
      await harness.client.workflow.getHandle(`store/${store.storeId}/provision/${operationId}`).terminate('test');
      await closedCount(running, 1);
    });
    expect(fake.closed[0]).toMatchObject({ outcome: 'failed', code: 'WORKFLOW_LOST' });
    expect(fake.closed[0]?.leftovers).toHaveLength(1);
  });
});
