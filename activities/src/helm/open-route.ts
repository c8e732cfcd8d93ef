import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '@shopwright/contract/errors';
import type { ActivityDeps } from '../deps.ts';
import { recordedStep, type StepRun } from '../recorded-step.ts';
import { createStoreHttp } from '../store/store-http.ts';
import { loadStoreContext } from '../store/store-spec.ts';
import { upgradeRelease } from './install-release.ts';

const pollMs = 100;

/** Opens the public address and waits until the ingress leads to the store. */
export function openRoute(deps: ActivityDeps) {
  return recordedStep(deps, 'route', async (run) => {
    const { spec } = await loadStoreContext(deps, run);
    await upgradeRelease(deps, run, { routeEnabled: true });
    await awaitRoute(deps, run);
    return { url: spec.publicUrl };
  });
}

/** Ingress controllers answer 404 for a host they do not know and 502 to 504 for one whose pods they do not see yet. */
async function awaitRoute(deps: ActivityDeps, run: StepRun): Promise<void> {
  const { spec } = await loadStoreContext(deps, run);
  const http = createStoreHttp(spec, deps.platform.ingressAddress, run.signal);
  const deadline = Date.now() + deps.patience.routeMs;
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
      throw new AppError('ROUTE_NOT_ADMITTED', { params: { host: spec.host, reason: problem } });
    }
    await delay(pollMs, undefined, { signal: run.signal });
  }
}
