import { CancellationScope, setCurrentDetails } from '@temporalio/workflow';
import { operationSteps, stepRegistry } from '@shopwright/contract/steps';
import { beginDelete, closeOperation, runStep } from './activity-proxies.ts';
import { describeFailure } from './failure.ts';
import type { OperationInput } from './provision-store.ts';

/** Removes a store until nothing is left, or says what keeps it. Cannot be cancelled: half a store is no store. */
export async function deleteStore(input: OperationInput): Promise<void> {
  await CancellationScope.nonCancellable(async () => {
    if (!(await beginDelete(input))) return;
    try {
      for (const step of operationSteps.delete) {
        if (step === 'admission') continue;
        setCurrentDetails(`${stepRegistry[step].title}: ${stepRegistry[step].description}`);
        await runStep(step, input);
      }
    } catch (error) {
      const failure = describeFailure(error);
      setCurrentDetails(`Failed: ${failure.detail}`);
      await closeOperation({ operationId: input.operationId, outcome: 'failed', failure });
      throw error;
    }
    await closeOperation({ operationId: input.operationId, outcome: 'succeeded', failure: null });
    setCurrentDetails('Gone: no namespace, volume or release is left.');
  });
}
