import type { V1Secret } from '@kubernetes/client-node';
import type { ActivityDeps, KubeApi } from '@shopwright/activities';
import { helmProcesses, signal } from './processes.ts';

type Helm = ActivityDeps['helm'];

/** Statuses of a release between helm's first write and its last. */
const unfinished = /^(pending-(install|upgrade)|uninstalling)$/;

/** The same helm, frozen as soon as it has written that it works on a release, until somebody sends SIGCONT or ends it. */
export function freezeMidway(helm: Helm, kube: KubeApi): Helm {
  return {
    upgradeInstall: (install) => whileFreezing(kube, install, () => helm.upgradeInstall(install)),
    uninstall: (release) => whileFreezing(kube, release, () => helm.uninstall(release)),
  };
}

interface Release {
  release: string;
  namespace: string;
}

async function whileFreezing<T>(kube: KubeApi, release: Release, run: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const freezing = freezeOnceUnfinished(kube, release, done.signal);
  try {
    return await run();
  } finally {
    done.abort();
    await freezing;
  }
}

/** A release is a Secret with its status as a label. */
async function freezeOnceUnfinished(kube: KubeApi, { release, namespace }: Release, done: AbortSignal): Promise<void> {
  const query = { watch: true, labelSelector: `owner=helm,name=${release}` };
  try {
    for await (const line of kube.lines(`/api/v1/namespaces/${namespace}/secrets`, { query, signal: done })) {
      const { object } = JSON.parse(line) as { object: V1Secret };
      const pids = await helmProcesses(release);
      // What a killed attempt left unfinished is there before the next helm; that one is to be frozen too.
      if (!unfinished.test(object.metadata?.labels?.['status'] ?? '') || pids.length === 0) continue;
      signal(pids, 'SIGSTOP');
      return;
    }
  } catch (error) {
    if (!done.aborted) throw error;
  }
}
