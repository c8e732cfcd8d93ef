import { MockActivityEnvironment } from '@temporalio/testing';
import { createStore, deleteStore, platformWide } from '@shopwright/database';
import { sampleActor, sampleCreate } from '@shopwright/database/testing/samples';
import { createTestDatabase, type TestDatabase } from '@shopwright/database/testing/test-database';
import { createLogger } from '@shopwright/runtime';
import type { ActivityDeps } from '../deps.ts';
import { createEngineRegistry } from '../engines/registry.ts';
import type { StoreEngine } from '../engines/engine.ts';
import type { HelmInstall } from '../helm/helm-command.ts';
import type { CommandResult } from '../helm/run-command.ts';
import { createKubeApi } from '../kube/kube-api.ts';
import { defaultPatience } from '../patience.ts';
import type { StepInput } from '../recorded-step.ts';
import { startFakeKubeServer, type FakeKubeServer } from './fake-kube-server.ts';

export interface ActivityHarness {
  deps: ActivityDeps;
  database: TestDatabase;
  kube: FakeKubeServer;
  helm: { installs: HelmInstall[]; next: CommandResult };
  newStore(change?: Partial<Parameters<typeof createStore>[1]>): Promise<StepInput>;
  /** The same, on its way out. */
  newDelete(): Promise<StepInput>;
  /** Runs an activity as the n-th attempt. */
  run<Output>(activity: (input: StepInput) => Promise<Output>, input: StepInput, attempt?: number): Promise<Output>;
  close(): Promise<void>;
}

const unused = (): never => {
  throw new Error('not part of this test');
};

/** Activities on a real database, a fake Kubernetes API at the HTTP boundary, and a helm that only notes what it was told. */
export async function createActivityHarness(engine: StoreEngine): Promise<ActivityHarness> {
  const database = await createTestDatabase();
  const kube = await startFakeKubeServer();
  const helm: ActivityHarness['helm'] = { installs: [], next: { exitCode: 0, endedBy: null, stdout: '', stderr: '' } };
  const deps: ActivityDeps = {
    db: database.db,
    kube: createKubeApi(kube.kubeConfig),
    podExec: unused,
    helm: {
      upgradeInstall: async (install) => {
        helm.installs.push(install);
        return helm.next;
      },
      uninstall: async () => helm.next,
    },
    engines: async () => createEngineRegistry([engine], { [engine.id]: { web: 'registry.example/web:1' } }),
    get temporal(): never {
      return unused();
    },
    logger: createLogger({ service: 'test', level: 'silent' }),
    sealingKey: Buffer.alloc(32, 7),
    worker: 'test/1',
    platform: {
      STORES_DOMAIN: 'localhost',
      STORES_PUBLIC_PORT: 8081,
      STORES_SCHEME: 'http',
      ingressClass: 'test',
      ingressNamespace: '',
      storageClass: '',
      tlsSecretName: '',
      imagePullPolicy: 'Never',
      ingressAddress: '127.0.0.1:1',
      provisionConcurrency: 2,
    },
    patience: { ...defaultPatience, teardownMs: 300, routeMs: 300 },
  };
  const newStore: ActivityHarness['newStore'] = async (change = {}) => {
    const accepted = await createStore(database.db, { ...sampleCreate({ engineId: engine.id }), ...change });
    return { storeId: accepted.storeId, operationId: accepted.operationId };
  };
  return {
    deps,
    database,
    kube,
    helm,
    newStore,
    newDelete: async () => {
      const { storeId } = await newStore();
      const accepted = await deleteStore(database.db, {
        visibility: platformWide,
        storeId,
        actor: sampleActor,
        source: null,
      });
      return { storeId, operationId: accepted.operationId };
    },
    run: (activity, input, attempt = 1) => new MockActivityEnvironment({ attempt }).run(activity, input),
    close: async () => {
      await kube.close();
      await database.close();
    },
  };
}
