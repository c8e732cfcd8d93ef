import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  createHelmCommand,
  defaultPatience,
  loadEngines,
  type ActivityDeps,
  type KubeApi,
} from '@shopwright/activities';
import { isStoreId } from '@shopwright/contract/ids';
import { findStore, platformWide } from '@shopwright/database';
import { readWorkerConfig } from '@shopwright/worker/config';
import { runWorker } from '@shopwright/worker/run-worker';
import { startFreezingProxy } from './freezing-proxy.ts';
import { sampleEngine, slowSeconds, slowStepOf } from './sample-engine.ts';

/** The platform's worker with the sample engine, less patience, and steps that can be held for the kill matrix. */
const config = readWorkerConfig();
const freezingKubeconfig = await startFreezingProxy(config.KUBECONFIG ?? '', dirname(config.ENGINE_IMAGES_FILE));
await runWorker(config, [sampleEngine, ...(await loadEngines())], (deps) => ({
  ...deps,
  kube: slowKube(deps),
  helm: heldHelm(deps),
  patience: {
    ...defaultPatience,
    imagePullMs: 8000,
    volumeMs: 10_000,
    refusalMs: 3000,
    crashRestarts: 2,
    teardownMs: Number(process.env['TEARDOWN_PATIENCE_MS'] ?? 120_000),
    routeMs: 8000,
  },
}));

/** Holds a step after its first write, so that it is killed with its work half done. */
function slowKube({ kube, db }: ActivityDeps): KubeApi {
  return {
    ...kube,
    write: async (path, call) => {
      const answer = await kube.write<never>(path, call);
      const step = path.endsWith('/secrets/store-admin') ? 'secrets' : path.endsWith('/namespaces') ? 'namespace' : '';
      const storeId = /st-[a-z2-7]{10}/.exec(`${path} ${JSON.stringify(call.body ?? '')}`)?.[0];
      if (step !== '' && call.method !== 'DELETE' && storeId !== undefined) {
        if ((await heldStep(db, storeId)) === step)
          await delay(slowSeconds * 1000, undefined, call.signal ? { signal: call.signal } : {});
      }
      return answer;
    },
  };
}

/** Freezes helm itself in the middle of its work. */
function heldHelm({ helm, db }: ActivityDeps): ActivityDeps['helm'] {
  const held = createHelmCommand({ helmPath: config.HELM_PATH, kubeconfig: freezingKubeconfig });
  return {
    upgradeInstall: async (install) => {
      const step = JSON.stringify(install.values).includes('"routeEnabled":true') ? 'route' : 'install';
      return ((await heldStep(db, install.release)) === step ? held : helm).upgradeInstall(install);
    },
    uninstall: async (release) =>
      ((await heldStep(db, release.release)) === 'uninstall' ? held : helm).uninstall(release),
  };
}

async function heldStep(db: ActivityDeps['db'], storeId: string): Promise<string | undefined> {
  const store = isStoreId(storeId) ? await findStore(db, platformWide, storeId) : undefined;
  return store && slowStepOf(store.slug);
}
