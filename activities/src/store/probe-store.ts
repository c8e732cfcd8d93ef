import type { V1Pod, V1Secret } from '@kubernetes/client-node';
import { AppError } from '@shopwright/contract/errors';
import type { ActivityDeps } from '../deps.ts';
import type { PodCommand, ProbeContext } from '../engines/probe.ts';
import type { StoreSpec } from '../engines/engine.ts';
import { componentLabel } from '../kube/labels.ts';
import { kubePaths } from '../kube/paths.ts';
import { recordedStep, type StepRun } from '../recorded-step.ts';
import { decodeSecret } from './ensure-secrets.ts';
import { createStoreHttp } from './store-http.ts';
import { loadStoreContext } from './store-spec.ts';

/** Buys something through the public address, as the engine describes it, and removes it again. */
export function probeStore(deps: ActivityDeps) {
  return recordedStep(deps, 'probe', async (run) => {
    const { spec, engine } = await loadStoreContext(deps, run);
    const report = await engine.probe(spec, probeContext(deps, run, spec));
    const steps = report.steps.map((step) => ({ name: step.name, durationMs: Math.round(step.durationMs) }));
    return { order: report.orderReference, steps };
  });
}

function probeContext(deps: ActivityDeps, run: StepRun, spec: StoreSpec): ProbeContext {
  return {
    signal: run.signal,
    http: createStoreHttp(spec, deps.platform.ingressAddress, run.signal),
    readSecret: async (name) =>
      decodeSecret(await deps.kube.find<V1Secret>(kubePaths.secret(run.storeId, name), { signal: run.signal })),
    runInPod: (command) => runInPod(deps, run, command),
    onStep: (step) => {
      run.progress(`${step.name}: ${step.detail}`).catch((error: unknown) => {
        deps.logger.warn({ storeId: run.storeId, err: error }, 'progress could not be recorded');
      });
    },
  };
}

const defaultCommandTimeoutMs = 30_000;

async function runInPod(deps: ActivityDeps, run: StepRun, command: PodCommand) {
  const pods = await deps.kube.list<V1Pod>(kubePaths.pods(run.storeId), {
    query: { labelSelector: `${componentLabel}=${command.component}`, fieldSelector: 'status.phase=Running' },
    signal: run.signal,
  });
  const pod = pods.find((candidate) => candidate.metadata?.deletionTimestamp === undefined)?.metadata?.name;
  if (pod === undefined) {
    throw new AppError('READINESS_TIMEOUT', { params: { reason: `no running pod of ${command.component}` } });
  }
  const timeout = AbortSignal.timeout(command.timeoutMs ?? defaultCommandTimeoutMs);
  return deps.podExec({
    namespace: run.storeId,
    pod,
    container: command.container,
    command: command.command,
    ...(command.stdin === undefined ? {} : { stdin: command.stdin }),
    signal: AbortSignal.any([run.signal, timeout]),
  });
}
