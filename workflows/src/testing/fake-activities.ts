import { ApplicationFailure, CancelledFailure, Context } from '@temporalio/activity';
import type { Activities } from '@shopwright/activities';
import type { ErrorCode } from '@shopwright/contract/errors';

export interface FakeActivities {
  activities: Activities;
  /** Names of the activities that ran, in order, and what closed the operations. */
  calls: string[];
  closed: { operationId: string; outcome: string; code: string | undefined; leftovers: readonly string[] }[];
  /** Resolves when an activity has begun. */
  began: (name: keyof Activities) => Promise<void>;
}

export interface FakeBehaviour {
  /** Fails with this code, once for a retryable one. */
  fail?: Partial<Record<keyof Activities, ErrorCode>>;
  /** Runs until it is cancelled; one that is to fail as well does so then. */
  hang?: readonly (keyof Activities)[];
  /** How often the place is refused before it is given. */
  refusals?: number;
  /** Every provision has been closed before it begins. */
  isClosedBefore?: boolean;
}

/** Activities that only note that they were called; for workflows against a real server. */
export function createFakeActivities(behaviour: FakeBehaviour = {}): FakeActivities {
  const calls: string[] = [];
  const closed: FakeActivities['closed'] = [];
  const waiters = new Map<string, PromiseWithResolvers<void>>();
  const waiter = (name: string): PromiseWithResolvers<void> => {
    const known = waiters.get(name) ?? Promise.withResolvers<void>();
    waiters.set(name, known);
    return known;
  };
  let refusals = behaviour.refusals ?? 0;

  async function run(name: keyof Activities): Promise<Record<string, string>> {
    calls.push(name);
    waiter(name).resolve();
    const code = behaviour.fail?.[name];
    if (behaviour.hang?.includes(name)) await untilCancelled(code === undefined);
    if (code !== undefined)
      throw ApplicationFailure.create({ type: code, message: `failed: ${code}`, nonRetryable: true });
    return {};
  }
  const step = (name: keyof Activities) => () => run(name);

  const activities: Activities = {
    beginProvision: async () => {
      await run('beginProvision');
      if (behaviour.isClosedBefore) return { isOpen: false };
      refusals -= 1;
      return {
        isOpen: true,
        admission: refusals >= 0 ? { admitted: false, position: refusals + 1 } : { admitted: true },
      };
    },
    beginDelete: async () => {
      await run('beginDelete');
      return true;
    },
    markCompensating: async () => {
      await run('markCompensating');
    },
    closeOperation: async ({ operationId, outcome, failure }) => {
      await run('closeOperation');
      if (closed.some((known) => known.operationId === operationId)) return [];
      closed.push({ operationId, outcome, code: failure?.code, leftovers: failure?.leftovers ?? [] });
      return [];
    },
    exportHistory: async () => {
      await run('exportHistory');
      return { eventCount: 1 };
    },
    undoNamespace: async () => {
      await run('undoNamespace');
    },
    ensureNamespace: step('ensureNamespace'),
    ensureSecrets: step('ensureSecrets'),
    installRelease: step('installRelease'),
    awaitReady: step('awaitReady'),
    initialiseStore: step('initialiseStore'),
    openRoute: step('openRoute'),
    probeStore: step('probeStore'),
    closeRoute: step('closeRoute'),
    uninstallRelease: step('uninstallRelease'),
    removeNamespace: step('removeNamespace'),
    verifyGone: step('verifyGone'),
  };
  return { activities, calls, closed, began: (name) => waiter(name).promise };
}

async function untilCancelled(saysSo: boolean): Promise<void> {
  const context = Context.current();
  const heartbeat = setInterval(() => context.heartbeat(), 200);
  try {
    await context.cancelled;
  } catch (error) {
    if (saysSo) throw error instanceof CancelledFailure ? error : new CancelledFailure('CANCELLED');
  } finally {
    clearInterval(heartbeat);
  }
}
