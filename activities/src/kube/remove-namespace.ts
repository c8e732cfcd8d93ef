import type { V1Namespace } from '@kubernetes/client-node';
import { AppError } from '@shopwright/contract/errors';
import type { ActivityDeps } from '../deps.ts';
import { recordedStep } from '../recorded-step.ts';
import { emptyNamespace } from './empty-namespace.ts';
import { findOwnNamespaceForTeardown } from './own-namespace.ts';
import { kubePaths } from './paths.ts';
import { watchUntil } from './watch.ts';

/** Removes the namespace with everything in it and waits until it is gone. */
export function removeNamespace(deps: ActivityDeps) {
  return recordedStep(deps, 'remove-namespace', async ({ storeId, signal }) => {
    return { namespace: storeId, existed: await deleteNamespace(deps, storeId, signal) };
  });
}

/**
 * Deletes the namespace and waits; false where there was none. Throws NAMESPACE_NOT_OURS, and TEARDOWN_BLOCKED with what the
 * cluster says holds it, once it has not gone within the patience for teardowns.
 */
export async function deleteNamespace(deps: ActivityDeps, storeId: string, signal: AbortSignal): Promise<boolean> {
  const namespace = await findOwnNamespaceForTeardown(deps.kube, storeId, signal);
  if (namespace === undefined) return false;
  if (namespace.metadata?.deletionTimestamp === undefined) {
    await emptyNamespace(deps.kube, storeId, signal);
    await deps.kube.write(kubePaths.namespace(storeId), {
      method: 'DELETE',
      body: { propagationPolicy: 'Background', preconditions: { uid: namespace.metadata?.uid } },
      signal,
    });
  }
  const deadline = Date.now() + deps.patience.teardownMs;
  const watched = { kube: deps.kube, paths: [], intervalMs: 200, signal };
  return watchUntil(watched, async () => {
    const current = await deps.kube.find<V1Namespace>(kubePaths.namespace(storeId), { signal });
    if (current === undefined || current.metadata?.uid !== namespace.metadata?.uid) return true;
    if (Date.now() < deadline) return undefined;
    throw new AppError('TEARDOWN_BLOCKED', { params: { reason: blockers(current).join('; ') } });
  });
}

/** What the namespace controller says is left, in its words. */
function blockers(namespace: V1Namespace): readonly string[] {
  const conditions = namespace.status?.conditions ?? [];
  const told = conditions
    .filter((condition) => condition.status === 'True' && condition.message !== undefined)
    .map((condition) => `${condition.type}: ${condition.message}`);
  const finalizers = (namespace.metadata?.finalizers ?? []).map((name) => `finalizer ${name} of the namespace`);
  const all = [...told, ...finalizers];
  return all.length > 0 ? all : [`namespace ${namespace.metadata?.name ?? ''}`];
}
