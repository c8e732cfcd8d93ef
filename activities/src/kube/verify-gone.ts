import type { V1PersistentVolume } from '@kubernetes/client-node';
import { AppError } from '@shopwright/contract/errors';
import type { ActivityDeps } from '../deps.ts';
import { recordedStep } from '../recorded-step.ts';
import { findOwnNamespaceForTeardown } from './own-namespace.ts';
import { kubePaths } from './paths.ts';
import { watchUntil } from './watch.ts';

/** Looks until neither the namespace (and with it the Helm release) nor a volume of the store is left. */
export function verifyGone(deps: ActivityDeps) {
  return recordedStep(deps, 'verify-gone', async ({ storeId, signal }) => {
    await awaitGone(deps, storeId, signal);
    return { namespace: 'gone', volumes: 'gone', release: 'gone' };
  });
}

/** Throws TEARDOWN_BLOCKED with the names of what is still there after the patience for teardowns. */
export async function awaitGone(deps: ActivityDeps, storeId: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + deps.patience.teardownMs;
  const watched = { kube: deps.kube, paths: [], intervalMs: 200, signal };
  await watchUntil(watched, async () => {
    const left = await leftovers(deps, storeId, signal);
    if (left.length === 0) return true;
    if (Date.now() < deadline) return undefined;
    throw new AppError('TEARDOWN_BLOCKED', { params: { reason: left.join('; ') } });
  });
}

async function leftovers(deps: ActivityDeps, storeId: string, signal: AbortSignal): Promise<readonly string[]> {
  const namespace = await findOwnNamespaceForTeardown(deps.kube, storeId, signal);
  const volumes = await deps.kube.list<V1PersistentVolume>(kubePaths.persistentVolumes, { signal });
  const own = volumes.filter((volume) => volume.spec?.claimRef?.namespace === storeId);
  return [
    ...(namespace === undefined ? [] : [`namespace ${storeId}`]),
    ...own.map((volume) => `volume ${volume.metadata?.name ?? ''} (${volume.status?.phase ?? 'unknown'})`),
  ];
}
