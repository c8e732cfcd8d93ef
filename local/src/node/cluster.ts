import { execa } from 'execa';
import { ports } from '../core/ports.ts';
import { statePath } from '../core/paths.ts';
import { describeError } from '../core/stack-error.ts';
import { waitUntil } from '../core/wait.ts';
import type { Daemon } from '../supervisor/daemon.ts';
import type { PartContext } from '../supervisor/part.ts';
import { applyClusterManifests, startDns, startIngress, startProvisioner } from './addons.ts';
import { startBox, type Box } from './box.ts';
import { createNodeCgroup } from './cgroups.ts';
import { startContainerd } from './container-runtime.ts';
import {
  startApiServer,
  startControllerManager,
  startEtcd,
  startScheduler,
  type ClusterContext,
  type ClusterProgramPaths,
} from './control-plane.ts';
import { nodeName, writeCredentials } from './credentials.ts';
import { startForward, type Forward } from './forward.ts';
import { startKubeProxy, startKubelet } from './kubelet.ts';
import { createNodeNetwork, type NodeNetwork } from './network.ts';
import { removeNode } from './remove-node.ts';
import { saveSysctls } from './sysctls.ts';

/** Kubeconfig of the local cluster's administrator. */
export const adminKubeconfig = statePath('kubeconfig');

/** A running single-node cluster. */
export interface LocalCluster {
  readonly enter: readonly string[];
  readonly nodeAddress: string;
  stop(): Promise<void>;
}

/** What a node is started from. */
export interface NodeOptions {
  readonly programs: ClusterProgramPaths;
  /** Reference of the image that holds a pod's namespaces. */
  readonly pauseImage: string;
  /** Puts images into the node; called when containerd runs and before pods are started. */
  readonly importImages: (enter: readonly string[]) => Promise<void>;
}

/** Starts the single-node cluster and waits until its node is ready. Started again as a whole when its namespaces die. */
export async function startCluster(options: NodeOptions, context: PartContext): Promise<LocalCluster> {
  let isStopping = false;
  let isUp = false;
  function onDeath(): void {
    // A node that dies while it boots fails the start.
    if (isStopping || !isUp) return;
    isUp = false;
    context.notice('the node died; starting it again');
    void bootAgain().catch((error: unknown) =>
      context.notice(`the node could not be started again: ${describeError(error)}`),
    );
  }
  async function bootAgain(): Promise<void> {
    await node.stop();
    node = await bootNode(options, context, onDeath);
    isUp = true;
    context.notice('the node is back');
  }
  let node = await bootNode(options, context, onDeath);
  isUp = true;
  return {
    get enter() {
      return node.box.enter;
    },
    get nodeAddress() {
      return node.network.nodeAddress;
    },
    async stop() {
      isStopping = true;
      await node.stop();
    },
  };
}

interface BootedNode {
  readonly box: Box;
  readonly network: NodeNetwork;
  stop(): Promise<void>;
}

async function bootNode(options: NodeOptions, context: PartContext, onDeath: () => void): Promise<BootedNode> {
  await removeNode(context.signal);
  await saveSysctls();
  const cgroupRoot = await createNodeCgroup();
  const network = await createNodeNetwork();
  const daemons: Daemon[] = [];
  let forward: Forward | undefined;
  const stop = async (): Promise<void> => {
    await forward?.close();
    for (const daemon of daemons.toReversed()) await daemon.stop();
    await removeNode(new AbortController().signal);
  };
  try {
    context.report('starting', 'namespaces and certificates');
    const authority = await writeCredentials(network.nodeAddress, adminKubeconfig);
    const box = await startBox({ notice: context.notice, onDeath, signal: context.signal });
    daemons.push(box.daemon);
    const cluster = { box, programs: options.programs, nodeAddress: network.nodeAddress, authority, context };
    await startPrograms(cluster, cgroupRoot, options, daemons);
    forward = await startForward(ports.stores, { host: network.nodeAddress, port: 80 });
    return { box, network, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Starts the node's programs in the order of their needs; every started one is put into `started` at once, so that a failure can stop it. */
async function startPrograms(
  cluster: ClusterContext,
  cgroupRoot: string,
  options: NodeOptions,
  started: Daemon[],
): Promise<void> {
  const keep = async (daemon: Promise<Daemon>): Promise<void> => void started.push(await daemon);
  const { report } = cluster.context;
  report('starting', 'etcd and containerd');
  const images = keep(startContainerd(cluster, options.pauseImage)).then(() => options.importImages(cluster.box.enter));
  await keep(startEtcd(cluster));
  report('starting', 'API server');
  await keep(startApiServer(cluster));
  report('starting', 'controllers and kubelet');
  await Promise.all([
    applyClusterManifests(cluster, adminKubeconfig),
    keep(startControllerManager(cluster)),
    keep(startScheduler(cluster)),
    images.then(() => keep(startKubelet(cluster, cgroupRoot))),
    keep(startKubeProxy(cluster)),
  ]);
  report('starting', 'DNS, ingress and volumes');
  await Promise.all([keep(startDns(cluster)), keep(startIngress(cluster)), keep(startProvisioner(cluster))]);
  report('starting', 'waiting for the node');
  await waitForNode(cluster);
}

async function waitForNode({ programs, context }: ClusterContext): Promise<void> {
  const query = ['get', 'node', nodeName, '--output=jsonpath={.status.conditions[?(@.type=="Ready")].status}'];
  const isReady = async (): Promise<boolean> => {
    const result = await execa(programs('kubectl'), query, { env: { KUBECONFIG: adminKubeconfig }, reject: false });
    return result.stdout === 'True';
  };
  await waitUntil('the node to be ready (log: .local/logs/kubelet.log)', isReady, {
    timeoutMs: 90_000,
    intervalMs: 200,
    signal: context.signal,
  });
}
