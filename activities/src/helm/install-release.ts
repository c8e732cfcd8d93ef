import type { ActivityDeps } from '../deps.ts';
import { recordedStep, type StepRun } from '../recorded-step.ts';
import { loadStoreContext } from '../store/store-spec.ts';
import { requireHelmSuccess } from './helm-failure.ts';
import { dropPendingRevisions } from './pending-release.ts';

/** Installs the chart of the store's engine; the route stays closed. */
export function installRelease(deps: ActivityDeps) {
  return recordedStep(deps, 'install', (run) => upgradeRelease(deps, run, { routeEnabled: false }));
}

/** Brings the release to the values of the store, after repairing what a killed run left. */
export async function upgradeRelease(
  deps: ActivityDeps,
  run: StepRun,
  change: { routeEnabled: boolean },
): Promise<{ chart: string; repaired: number }> {
  const { spec, engine, environment } = await loadStoreContext(deps, run);
  const repaired = await dropPendingRevisions(deps.kube, spec.storeId, run.signal);
  const result = await deps.helm.upgradeInstall({
    release: spec.storeId,
    namespace: spec.storeId,
    chartDirectory: engine.chartDirectory,
    values: engine.values(spec, { ...environment, ...change }),
    signal: run.signal,
  });
  requireHelmSuccess(result);
  return { chart: `${engine.id} ${engine.version}`, repaired };
}
