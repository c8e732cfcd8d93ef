import type { ActivityDeps } from './deps.ts';
import { closeRoute } from './helm/close-route.ts';
import { installRelease } from './helm/install-release.ts';
import { openRoute } from './helm/open-route.ts';
import { uninstallRelease } from './helm/uninstall-release.ts';
import { ensureNamespace } from './kube/ensure-namespace.ts';
import { awaitReady } from './kube/readiness/await-ready.ts';
import { removeNamespace } from './kube/remove-namespace.ts';
import { undoNamespace } from './kube/undo.ts';
import { verifyGone } from './kube/verify-gone.ts';
import { beginDelete, beginProvision } from './records/begin-operation.ts';
import { closeOperation, markCompensating } from './records/end-operation.ts';
import { exportHistory } from './records/export-history.ts';
import { ensureSecrets } from './store/ensure-secrets.ts';
import { initialiseStore } from './store/initialise-store.ts';
import { probeStore } from './store/probe-store.ts';

/** Every activity of the platform; their names in Temporal are the keys. */
export function createActivities(deps: ActivityDeps) {
  return {
    beginProvision: beginProvision(deps),
    beginDelete: beginDelete(deps),
    markCompensating: markCompensating(deps),
    closeOperation: closeOperation(deps),
    exportHistory: exportHistory(deps),
    ensureNamespace: ensureNamespace(deps),
    ensureSecrets: ensureSecrets(deps),
    installRelease: installRelease(deps),
    awaitReady: awaitReady(deps),
    initialiseStore: initialiseStore(deps),
    openRoute: openRoute(deps),
    probeStore: probeStore(deps),
    closeRoute: closeRoute(deps),
    uninstallRelease: uninstallRelease(deps),
    removeNamespace: removeNamespace(deps),
    verifyGone: verifyGone(deps),
    undoNamespace: undoNamespace(deps),
  };
}

export type Activities = ReturnType<typeof createActivities>;
