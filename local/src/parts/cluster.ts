import { ports } from '../core/ports.ts';
import { startCluster, type LocalCluster } from '../node/cluster.ts';
import type { clusterPrograms } from '../programs/catalog.ts';
import type { Part } from '../supervisor/part.ts';
import { importIntoNode, type PauseImagePart } from './images.ts';
import type { ProgramsPart } from './programs.ts';

export interface ClusterPart extends Part {
  cluster(): LocalCluster;
}

/** The single-node Kubernetes cluster. */
export function clusterPart(programs: ProgramsPart<typeof clusterPrograms>, pause: PauseImagePart): ClusterPart {
  let cluster: LocalCluster | undefined;
  return {
    name: 'kubernetes',
    needs: [programs.name, pause.name],
    cluster() {
      if (!cluster) throw new Error('The cluster is asked for before it is ready.');
      return cluster;
    },
    async start(context) {
      const { signal } = context;
      const importImages = (enter: readonly string[]): Promise<void> => importIntoNode(pause.image(), enter, signal);
      const running = await startCluster(
        { programs: programs.paths, pauseImage: pause.image().reference, importImages },
        context,
      );
      cluster = running;
      return {
        detail: `kubeconfig .local/kubeconfig, stores http://<slug>.localhost:${ports.stores}`,
        stop: () => running.stop(),
      };
    },
  };
}
