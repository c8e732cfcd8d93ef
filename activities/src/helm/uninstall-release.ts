import type { ActivityDeps } from '../deps.ts';
import { findOwnNamespaceForTeardown } from '../kube/own-namespace.ts';
import { recordedStep, type StepInput } from '../recorded-step.ts';
import { requireHelmSuccess } from './helm-failure.ts';

/** Removes the Helm release; one that is not there is removed already. */
export function uninstallRelease(deps: ActivityDeps) {
  return recordedStep(deps, 'uninstall', async ({ storeId, signal }) => removeRelease(deps, { storeId }, signal));
}

async function removeRelease(
  deps: ActivityDeps,
  { storeId }: Pick<StepInput, 'storeId'>,
  signal: AbortSignal,
): Promise<{ release: string; existed: boolean }> {
  const namespace = await findOwnNamespaceForTeardown(deps.kube, storeId, signal);
  // A namespace that is going away takes the release with it and refuses further changes.
  const isUsable = namespace !== undefined && namespace.metadata?.deletionTimestamp === undefined;
  if (isUsable) requireHelmSuccess(await deps.helm.uninstall({ release: storeId, namespace: storeId, signal }));
  return { release: storeId, existed: isUsable };
}
