import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '@shopwright/contract/errors';
import type { ActivityDeps } from '../deps.ts';
import { assess } from '../kube/readiness/assess.ts';
import { readWorkloads } from '../kube/readiness/workloads.ts';
import { recordedStep, type StepRun } from '../recorded-step.ts';
import { initialiseComponent } from '../store/initialise-job.ts';
import { createStoreHttp } from '../store/store-http.ts';
import { loadStoreContext } from '../store/store-spec.ts';
import { upgradeRelease } from './install-release.ts';

const pollMs = 100;
const initialisationPods = new Set([initialiseComponent]);

/** Opens the public address and waits until the ingress leads to the store. */
export function openRoute(deps: ActivityDeps) {
  return recordedStep(deps, 'route', async (run) => {
    const { spec } = await loadStoreContext(deps, run);
    await upgradeRelease(deps, run, { routeEnabled: true });
    await awaitRoute(deps, run);
    return { url: spec.publicUrl };
  });
}

/**
 * Ingress controllers answer 404 for a host they do not know and 502 to 504 for one whose pods they do not see yet. Whether the
 * pods become ready is for the readiness step to decide, which runs beside this one: the patience counts while they are.
 */
async function awaitRoute(deps: ActivityDeps, run: StepRun): Promise<void> {
  const { spec } = await loadStoreContext(deps, run);
  const http = createStoreHttp(spec, deps.platform.ingressAddress, run.signal);
  let deadline = Date.now() + deps.patience.routeMs;
  for (;;) {
    const problem = await http({ path: '/', timeoutMs: 10_000 }).then(
      ({ status }) => (status === 404 || status >= 500 ? `status ${status}` : undefined),
      (error: unknown) => {
        run.signal.throwIfAborted();
        return error instanceof Error ? error.message : String(error);
      },
    );
    if (problem === undefined) return;
    if (Date.now() > deadline) {
      if (await areReady(deps, run)) {
        throw new AppError('ROUTE_NOT_ADMITTED', { params: { host: spec.host, reason: problem } });
      }
      deadline = Date.now() + deps.patience.routeMs;
    }
    await delay(pollMs, undefined, { signal: run.signal });
  }
}

async function areReady(deps: ActivityDeps, run: StepRun): Promise<boolean> {
  return assess(await readWorkloads(deps.kube, run.storeId, run.signal), deps.patience, initialisationPods).isReady;
}
