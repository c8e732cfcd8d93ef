import {
  CancellationScope,
  condition,
  defineSignal,
  getExternalWorkflowHandle,
  log,
  patched,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import type { OperationId, StoreId } from '@shopwright/contract/ids';
import { stepRegistry } from '@shopwright/contract/steps';
import { signalNames } from '@shopwright/contract/temporal';
import { allOrCancel } from './all-or-cancel.ts';
import {
  beginProvision,
  closeOperation,
  markCompensating,
  runStep,
  undoNamespace,
  type WorkStep,
} from './activity-proxies.ts';
import { describeFailure, leftoversOf, type Failure } from './failure.ts';
import { runSaga, type Saga } from './saga.ts';

/** Ids only: no secret and no user text enters a history. */
export interface OperationInput {
  storeId: StoreId;
  operationId: OperationId;
}

export const slotFreed = defineSignal(signalNames.slotFreed);

/** Workflows that began before the route was opened beside the start of the parts go on in their order. */
const routeBesideReadiness = 'route-beside-readiness';

/** Asked again after so long even if nobody signals, e.g. after a limit was raised. */
const askAgainAfter = '30 seconds';

/**
 * Makes a store: waits for a place, then namespace, secrets, chart; the start of its parts beside the set-up and, after that, the
 * address; test order. If a step fails or somebody cancels, everything made is removed and the original error is thrown. Also
 * the body of a retry.
 */
export async function provisionStore(input: OperationInput): Promise<void> {
  await runSaga(
    async (saga) => {
      const isOpen = await waitForPlace(input);
      if (!isOpen) return;
      await provision(input, saga);
      await CancellationScope.nonCancellable(() => end(input, 'succeeded', null));
      setCurrentDetails('Ready: a test order went through.');
    },
    {
      onFailure: async (error) => {
        const failure = describeFailure(error);
        setCurrentDetails(`Undoing, because: ${failure.detail}`);
        await markCompensating({ ...input, failure });
      },
      onCompensated: (error, compensationErrors) => endFailed(input, error, compensationErrors),
    },
  );
}

async function waitForPlace(input: OperationInput): Promise<boolean> {
  let isFreed = false;
  setHandler(slotFreed, () => {
    isFreed = true;
  });
  for (;;) {
    isFreed = false;
    const beginning = await beginProvision(input);
    if (!beginning.isOpen) return false;
    if (beginning.admission.admitted) return true;
    setCurrentDetails(`Waiting for a place: number ${beginning.admission.position} in the line.`);
    await condition(() => isFreed, askAgainAfter);
  }
}

async function provision(input: OperationInput, saga: Saga): Promise<void> {
  const made: WorkStep[] = ['namespace', 'secrets', 'install', 'readiness', 'initialise', 'route', 'probe'];
  saga.register('namespace', () => undoNamespace({ ...input, undoes: made }));
  const step = (id: WorkStep): Promise<unknown> => {
    setCurrentDetails(`${stepRegistry[id].title}: ${stepRegistry[id].description}`);
    return runStep(id, input);
  };
  await step('namespace');
  await step('secrets');
  await step('install');
  if (patched(routeBesideReadiness)) {
    // The address may open as soon as nobody else can set the shop up; it need not wait for the last part to be ready.
    const initialiseAndOpen = async () => {
      await step('initialise');
      await step('route');
    };
    await allOrCancel([() => step('readiness'), initialiseAndOpen]);
  } else {
    await allOrCancel([() => step('readiness'), () => step('initialise')]);
    await step('route');
  }
  await step('probe');
}

async function endFailed(input: OperationInput, error: unknown, compensationErrors: readonly unknown[]): Promise<void> {
  const leftovers = leftoversOf(compensationErrors);
  const failure: Failure = { ...describeFailure(error), ...(leftovers.length > 0 ? { leftovers } : {}) };
  setCurrentDetails(`Failed: ${failure.detail}${leftovers.length > 0 ? ` Left: ${leftovers.join('; ')}` : ''}`);
  await end(input, failure.code === 'OPERATION_CANCELLED' ? 'cancelled' : 'failed', failure);
}

/** Ends the operation and wakes those who wait for its place. */
async function end(
  { operationId }: OperationInput,
  outcome: 'succeeded' | 'failed' | 'cancelled',
  failure: Failure | null,
): Promise<void> {
  const next = await closeOperation({ operationId, outcome, failure });
  await Promise.all(next.map((workflowId) => wake(workflowId)));
}

async function wake(workflowId: string): Promise<void> {
  try {
    await getExternalWorkflowHandle(workflowId).signal(slotFreed);
  } catch (error) {
    // It has ended or not begun; whoever has a place to take asks by itself as well.
    log.info('a waiting workflow could not be woken', { workflowId, error });
  }
}
