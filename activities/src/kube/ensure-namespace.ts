import type { V1Namespace } from '@kubernetes/client-node';
import { AppError } from '@shopwright/contract/errors';
import { findStore, platformWide, type StoreRow } from '@shopwright/database';
import type { ActivityDeps } from '../deps.ts';
import { recordedStep } from '../recorded-step.ts';
import { isKubeStatus } from './kube-error.ts';
import { fieldManager, organizationIdLabel, ownLabels } from './labels.ts';
import { findOwnNamespace } from './own-namespace.ts';
import { kubePaths } from './paths.ts';

/** The store's namespace, with the strictest pod security from its first moment. Never takes one that is not ours. */
export function ensureNamespace(deps: ActivityDeps) {
  return recordedStep(deps, 'namespace', async ({ storeId, operationId, signal }) => {
    const existing = await findOwnNamespace(deps.kube, storeId, signal);
    if (existing !== undefined) return { namespace: storeId, existed: true };
    const store = await findStore(deps.db, platformWide, storeId);
    if (store === undefined) throw new AppError('STORE_NOT_FOUND', { params: { storeId } });
    try {
      await deps.kube.write(kubePaths.namespaces, {
        method: 'POST',
        query: { fieldManager },
        body: namespaceBody(store, operationId),
        signal,
      });
    } catch (error) {
      if (!isKubeStatus(error, 409)) throw error;
      await findOwnNamespace(deps.kube, storeId, signal);
    }
    return { namespace: storeId, existed: false };
  });
}

function namespaceBody({ id, organizationId }: StoreRow, operationId: string): V1Namespace {
  const podSecurity = Object.fromEntries(
    ['enforce', 'audit', 'warn'].map((mode) => [`pod-security.kubernetes.io/${mode}`, 'restricted']),
  );
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: id,
      labels: { ...ownLabels(id, operationId, 'store'), [organizationIdLabel]: organizationId, ...podSecurity },
    },
  };
}
