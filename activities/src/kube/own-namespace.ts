import type { V1Namespace } from '@kubernetes/client-node';
import { AppError } from '@shopwright/contract/errors';
import type { KubeApi } from './kube-api.ts';
import { storeIdLabel } from './labels.ts';
import { kubePaths } from './paths.ts';

/**
 * The namespace of a store if it is there and usable. Throws NAMESPACE_NOT_OURS, and NAMESPACE_TERMINATING while it is going
 * away.
 */
export async function findOwnNamespace(
  kube: KubeApi,
  storeId: string,
  signal: AbortSignal,
): Promise<V1Namespace | undefined> {
  const namespace = await findOwnNamespaceForTeardown(kube, storeId, signal);
  if (namespace?.metadata?.deletionTimestamp !== undefined) {
    throw new AppError('NAMESPACE_TERMINATING', { params: { namespace: storeId } });
  }
  return namespace;
}

/** The same for removing it, where it may already be going away. */
export async function findOwnNamespaceForTeardown(
  kube: KubeApi,
  storeId: string,
  signal: AbortSignal,
): Promise<V1Namespace | undefined> {
  const namespace = await kube.find<V1Namespace>(kubePaths.namespace(storeId), { signal });
  if (namespace !== undefined && namespace.metadata?.labels?.[storeIdLabel] !== storeId) {
    throw new AppError('NAMESPACE_NOT_OURS', { params: { namespace: storeId } });
  }
  return namespace;
}
