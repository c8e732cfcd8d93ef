import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Daemon } from '../supervisor/daemon.ts';
import { acceptsConnections } from '../supervisor/probes.ts';
import { nodeState, nodeStateInside } from './box.ts';
import { containerdSocket } from './container-runtime.ts';
import type { ClusterContext } from './control-plane.ts';
import { kubeconfigInside, nodeName, pkiInside } from './credentials.ts';
import { dnsServiceAddress, podCidr } from './network.ts';
import { startNodeProgram } from './node-program.ts';

const kubeletConfig = (cgroupRoot: string): object => ({
  apiVersion: 'kubelet.config.k8s.io/v1beta1',
  kind: 'KubeletConfiguration',
  authentication: {
    anonymous: { enabled: false },
    webhook: { enabled: true },
    x509: { clientCAFile: pkiInside('ca.crt') },
  },
  authorization: { mode: 'Webhook' },
  tlsCertFile: pkiInside('kubelet.crt'),
  tlsPrivateKeyFile: pkiInside('kubelet.key'),
  containerRuntimeEndpoint: `unix://${containerdSocket}`,
  cgroupDriver: 'cgroupfs',
  cgroupRoot,
  failCgroupV1: false,
  failSwapOn: false,
  clusterDNS: [dnsServiceAddress],
  clusterDomain: 'cluster.local',
  // Pods must not inherit the machine's resolver: from inside the node it cannot be reached.
  resolvConf: `${nodeStateInside}/resolv.conf`,
  podLogsDir: `${nodeStateInside}/pod-logs`,
  volumePluginDir: `${nodeStateInside}/volume-plugins`,
  maxPods: 250,
  serializeImagePulls: false,
  kubeAPIQPS: 100,
  kubeAPIBurst: 200,
  oomScoreAdj: 0,
  maxOpenFiles: 20_000,
  // The disk belongs to the person: a full one is not a reason to throw stores and images away.
  imageGCHighThresholdPercent: 100,
  evictionHard: {
    'memory.available': '100Mi',
    'nodefs.available': '0%',
    'imagefs.available': '0%',
    'nodefs.inodesFree': '0%',
  },
});

/** Starts the kubelet, which registers the node and runs its pods. */
export async function startKubelet(
  { box, programs, nodeAddress, context }: ClusterContext,
  cgroupRoot: string,
): Promise<Daemon> {
  await mkdir(join(nodeState, 'volumes'), { recursive: true, mode: 0o755 });
  await writeFile(join(nodeState, 'resolv.conf'), '');
  await writeFile(join(nodeState, 'kubelet.yaml'), stringify(kubeletConfig(cgroupRoot)));
  return startNodeProgram(
    box,
    {
      name: 'kubelet',
      path: programs('kubelet'),
      args: [
        `--config=${nodeStateInside}/kubelet.yaml`,
        `--kubeconfig=${kubeconfigInside('kubelet')}`,
        `--root-dir=${nodeStateInside}/kubelet`,
        `--hostname-override=${nodeName}`,
        `--node-ip=${nodeAddress}`,
      ],
      isReady: () => acceptsConnections(10_250, nodeAddress),
    },
    context,
  );
}

const proxyConfig = {
  apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
  kind: 'KubeProxyConfiguration',
  mode: 'iptables',
  clientConnection: { kubeconfig: kubeconfigInside('proxy') },
  clusterCIDR: podCidr,
  hostnameOverride: nodeName,
  oomScoreAdj: 0,
  // Connection tracking limits are the machine's; zero leaves them alone.
  conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: '0s', tcpCloseWaitTimeout: '0s' },
  iptables: { minSyncPeriod: '100ms', syncPeriod: '30s' },
};

/** Starts kube-proxy, which makes Service addresses work inside the node. */
export async function startKubeProxy({ box, programs, nodeAddress, context }: ClusterContext): Promise<Daemon> {
  await writeFile(
    join(nodeState, 'kube-proxy.yaml'),
    stringify({ ...proxyConfig, healthzBindAddress: `${nodeAddress}:10256` }),
  );
  return startNodeProgram(
    box,
    {
      name: 'kube-proxy',
      path: programs('kube-proxy'),
      args: [`--config=${nodeStateInside}/kube-proxy.yaml`],
      isReady: () => acceptsConnections(10_256, nodeAddress),
    },
    context,
  );
}
