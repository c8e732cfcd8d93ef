import type { V1Namespace, V1Secret } from '@kubernetes/client-node';
import type { ProbeContext, ProbeReport, StoreEngine, StoreSpec } from '@shopwright/activities/engines/engine';
import { adminSecretName, type KnownSecrets } from '@shopwright/activities/engines/secrets';
import { ownLabels } from '@shopwright/activities/kube/labels';
import { kubePaths } from '@shopwright/activities/kube/paths';
import { completeSecret } from '@shopwright/activities/store/secret-values';
import { createStoreHttp } from '@shopwright/activities/store/store-http';
import { waitUntil } from '@shopwright/local';
import { awkwardPassword, environmentOf, newSpec } from './spec.ts';
import type { Stack } from './stack.ts';
import { awaitInitialisation, runInitialisation, type InitialisationRun } from './initialisation-run.ts';
import { awaitWorkloads } from './workloads.ts';

/** Milliseconds that each phase of a cold start took. */
export type Phases = Record<'secrets' | 'install' | 'readiness' | 'initialise' | 'route' | 'probe' | 'total', number>;

/** One store of one engine on the real node, made by the engine's description alone. */
export class StoreUnderTest {
  readonly stack: Stack;
  readonly engine: StoreEngine;
  readonly spec: StoreSpec;
  readonly ownerPassword: string;

  constructor(
    stack: Stack,
    engine: StoreEngine,
    { spec = newSpec(stack), ownerPassword = awkwardPassword }: { spec?: StoreSpec; ownerPassword?: string } = {},
  ) {
    this.ownerPassword = ownerPassword;
    this.stack = stack;
    this.engine = engine;
    this.spec = spec;
  }

  /** From nothing to the first order, as a workflow does it. */
  async create(signal: AbortSignal): Promise<Phases> {
    const phases: Partial<Phases> = {};
    const timed = async <Result>(phase: keyof Phases, run: () => Promise<Result>): Promise<Result> => {
      const start = performance.now();
      const result = await run();
      phases[phase] = Math.round(performance.now() - start);
      return result;
    };
    await timed('total', async () => {
      await timed('secrets', () => this.createSecrets(signal));
      await timed('install', () => this.upgrade(false, signal));
      await Promise.all([
        timed('readiness', () => awaitWorkloads(this.stack, this.spec.storeId, signal)),
        timed('initialise', () => awaitInitialisation(this.stack, this.engine, this.spec, signal)).then(() =>
          timed('route', () => this.openRoute(signal)),
        ),
      ]);
      await timed('probe', () => this.probe(signal));
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every phase above has run
    return phases as Phases;
  }

  /** The namespace and everything that must exist before Helm runs. */
  async createSecrets(signal: AbortSignal): Promise<void> {
    const { storeId, operationId, adminUsername, adminEmail } = this.spec;
    const podSecurity = { 'pod-security.kubernetes.io/enforce': 'restricted' };
    const namespace: V1Namespace = {
      metadata: { name: storeId, labels: { ...ownLabels(storeId, operationId, 'store'), ...podSecurity } },
    };
    await this.stack.kube.write(kubePaths.namespaces, { method: 'POST', body: namespace, signal });
    const admin = { username: adminUsername, email: adminEmail, password: this.ownerPassword };
    let known: KnownSecrets = { [adminSecretName]: admin };
    for (const description of this.engine.secrets(this.spec)) {
      known = { ...known, [description.name]: completeSecret(description, {}, known) };
    }
    await Promise.all(
      Object.entries(known).map(([name, stringData]) =>
        this.stack.kube.write(kubePaths.secrets(storeId), {
          method: 'POST',
          body: { metadata: { name }, stringData } satisfies V1Secret,
          signal,
        }),
      ),
    );
  }

  async upgrade(routeEnabled: boolean, signal: AbortSignal): Promise<void> {
    const { storeId } = this.spec;
    const result = await this.stack.helm.upgradeInstall({
      release: storeId,
      namespace: storeId,
      chartDirectory: this.engine.chartDirectory,
      values: this.engine.values(this.spec, environmentOf(this.stack, this.engine, routeEnabled)),
      signal,
    });
    if (result.exitCode !== 0) throw new Error(`helm failed: ${result.stderr}`);
  }

  initialise(signal: AbortSignal): Promise<InitialisationRun> {
    return runInitialisation(this.stack, this.engine, this.spec, signal);
  }

  async openRoute(signal: AbortSignal): Promise<void> {
    await this.upgrade(true, signal);
    await waitUntil(
      `an answer of ${this.spec.host}`,
      async () => {
        const answer = await this.http(signal)({ path: '/', timeoutMs: 10_000 }).catch(() => undefined);
        return answer !== undefined && answer.status < 400;
      },
      { timeoutMs: 30_000, signal },
    );
  }

  http(signal: AbortSignal) {
    return createStoreHttp(this.spec, this.stack.ingressAddress, signal);
  }

  probe(signal: AbortSignal, change: Partial<ProbeContext> = {}): Promise<ProbeReport> {
    return this.engine.probe(this.spec, { ...this.probeContext(signal), ...change });
  }

  probeContext(signal: AbortSignal): ProbeContext {
    return {
      signal,
      http: this.http(signal),
      readSecret: (name) => this.readSecret(name),
      runInPod: ({ component, container, command, stdin }) =>
        this.runInPod({ component, container, command, ...(stdin === undefined ? {} : { stdin }) }, signal),
      onStep: () => undefined,
    };
  }

  async readSecret(name: string): Promise<Readonly<Record<string, string>>> {
    const secret = await this.stack.kube.find<V1Secret>(kubePaths.secret(this.spec.storeId, name));
    const entries = Object.entries(secret?.data ?? {});
    return Object.fromEntries(entries.map(([key, value]) => [key, Buffer.from(value, 'base64').toString('utf8')]));
  }

  async runInPod(
    { component, ...command }: { component: string; container: string; command: readonly string[]; stdin?: string },
    signal: AbortSignal,
  ) {
    const pods = await this.stack.kube.list<{ metadata: { name: string } }>(kubePaths.pods(this.spec.storeId), {
      query: {
        labelSelector: `app.kubernetes.io/component=${component}`,
        fieldSelector: 'status.phase=Running',
      },
      signal,
    });
    const pod = pods[0];
    if (pod === undefined) throw new Error(`no running pod of ${component}`);
    return this.stack.podExec({ namespace: this.spec.storeId, pod: pod.metadata.name, ...command, signal });
  }

  /** Namespace and volumes, and waits until both are gone. */
  async remove(): Promise<void> {
    const path = kubePaths.namespace(this.spec.storeId);
    await this.stack.kube.write(path, { method: 'DELETE' }).catch(() => undefined);
    await waitUntil(
      `the removal of ${this.spec.storeId}`,
      async () => {
        const volumes = await this.stack.kube.list<{ spec: { claimRef?: { namespace?: string } } }>(
          kubePaths.persistentVolumes,
        );
        const namespace = await this.stack.kube.find(path);
        return (
          namespace === undefined && !volumes.some((volume) => volume.spec.claimRef?.namespace === this.spec.storeId)
        );
      },
      { timeoutMs: 120_000, intervalMs: 250 },
    );
  }
}
