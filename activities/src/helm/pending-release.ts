import type { V1Secret } from '@kubernetes/client-node';
import type { KubeApi } from '../kube/kube-api.ts';
import { kubePaths } from '../kube/paths.ts';

const pendingStatuses = new Set(['pending-install', 'pending-upgrade', 'pending-rollback', 'uninstalling']);

/**
 * Removes the records of helm runs that were killed midway. Helm would refuse every further run for them; without the record the
 * next `upgrade --install` takes over whatever the killed one had made. Safe because helm dies with its worker.
 */
export async function dropPendingRevisions(kube: KubeApi, release: string, signal: AbortSignal): Promise<number> {
  const records = await kube.list<V1Secret>(kubePaths.secrets(release), {
    query: { labelSelector: `owner=helm,name=${release}` },
    signal,
  });
  const pending = records.filter((record) => pendingStatuses.has(record.metadata?.labels?.['status'] ?? ''));
  for (const record of pending) {
    const name = record.metadata?.name;
    if (name !== undefined) await kube.write(kubePaths.secret(release, name), { method: 'DELETE', signal });
  }
  return pending.length;
}
