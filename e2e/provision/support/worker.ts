import { setTimeout as delay } from 'node:timers/promises';
import { defaultPatience, type ActivityDeps, type KubeApi } from '@shopwright/activities';
import { isStoreId } from '@shopwright/contract/ids';
import { findStore } from '@shopwright/database';
import { readWorkerConfig } from '@shopwright/worker/config';
import { runWorker } from '@shopwright/worker/run-worker';
import { sampleEngine, slowSeconds, slowStepOf } from './sample-engine.ts';

/** The platform's worker with the sample engine, less patience, and steps that can be held for the kill matrix. */
await runWorker(readWorkerConfig(), [sampleEngine], (deps) => ({
  ...deps,
  kube: slowKube(deps),
  patience: {
    ...defaultPatience,
    imagePullMs: 8000,
    volumeMs: 10_000,
    refusalMs: 3000,
    crashRestarts: 2,
    teardownMs: 40_000,
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
      if (step !== '' && call.method !== 'DELETE' && storeId !== undefined && isStoreId(storeId)) {
        const store = await findStore(db, storeId);
        const isHeld = store !== undefined && slowStepOf(store.slug) === step;
        if (isHeld) await delay(slowSeconds * 1000, undefined, call.signal ? { signal: call.signal } : {});
      }
      return answer;
    },
  };
}
