import type { V1Ingress } from '@kubernetes/client-node';
import type { ActivityDeps } from '../deps.ts';
import { kubePaths } from '../kube/paths.ts';
import { findOwnNamespaceForTeardown } from '../kube/own-namespace.ts';
import { recordedStep } from '../recorded-step.ts';

/** Takes the public address away first, so that nobody meets a half-removed shop. */
export function closeRoute(deps: ActivityDeps) {
  return recordedStep(deps, 'close-route', async ({ storeId, signal }) => {
    const namespace = await findOwnNamespaceForTeardown(deps.kube, storeId, signal);
    if (namespace === undefined) return { ingresses: 0 };
    const ingresses = await deps.kube.list<V1Ingress>(kubePaths.ingresses(storeId), { signal });
    await deps.kube.write(kubePaths.ingresses(storeId), { method: 'DELETE', signal });
    return { ingresses: ingresses.length };
  });
}
