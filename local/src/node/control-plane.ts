import { Agent } from 'node:https';
import { request } from 'node:https';
import { acceptsConnections } from '../supervisor/probes.ts';
import type { Daemon } from '../supervisor/daemon.ts';
import type { PartContext } from '../supervisor/part.ts';
import type { ProgramPaths } from '../programs/build-programs.ts';
import type { clusterPrograms } from '../programs/catalog.ts';
import { nodeStateInside, type Box } from './box.ts';
import { apiServerUrl, kubeconfigInside, pkiInside } from './credentials.ts';
import { podCidr, serviceCidr } from './network.ts';
import { startNodeProgram } from './node-program.ts';
import type { Authority } from './pki.ts';

export type ClusterProgramPaths = ProgramPaths<typeof clusterPrograms>;

/** What the programs of the cluster need to start. */
export interface ClusterContext {
  readonly box: Box;
  readonly programs: ClusterProgramPaths;
  readonly nodeAddress: string;
  readonly authority: Authority;
  readonly context: PartContext;
}

const etcdPort = 2379;

export function startEtcd({ box, programs, nodeAddress, context }: ClusterContext): Promise<Daemon> {
  return startNodeProgram(
    box,
    {
      name: 'etcd',
      path: programs('etcd'),
      args: [
        '--data-dir',
        `${nodeStateInside}/etcd`,
        '--log-level',
        'warn',
        '--listen-client-urls',
        `http://127.0.0.1:${etcdPort},http://${nodeAddress}:${etcdPort}`,
        '--advertise-client-urls',
        `http://127.0.0.1:${etcdPort}`,
        '--listen-peer-urls',
        'http://127.0.0.1:2380',
        // A power cut may lose the last writes of a development cluster; a killed process loses nothing.
        '--unsafe-no-fsync',
      ],
      isReady: () => acceptsConnections(etcdPort, nodeAddress),
    },
    context,
  );
}

export function startApiServer({ box, programs, nodeAddress, authority, context }: ClusterContext): Promise<Daemon> {
  const agent = new Agent({ ca: authority.certificatePem, keepAlive: false });
  return startNodeProgram(
    box,
    {
      name: 'kube-apiserver',
      path: programs('kube-apiserver'),
      args: [
        `--etcd-servers=http://127.0.0.1:${etcdPort}`,
        `--advertise-address=${nodeAddress}`,
        '--secure-port=6443',
        `--service-cluster-ip-range=${serviceCidr}`,
        `--tls-cert-file=${pkiInside('apiserver.crt')}`,
        `--tls-private-key-file=${pkiInside('apiserver.key')}`,
        `--client-ca-file=${pkiInside('ca.crt')}`,
        `--kubelet-client-certificate=${pkiInside('apiserver-kubelet.crt')}`,
        `--kubelet-client-key=${pkiInside('apiserver-kubelet.key')}`,
        `--kubelet-certificate-authority=${pkiInside('ca.crt')}`,
        // The node's name resolves nowhere; logs and exec go to its address.
        '--kubelet-preferred-address-types=InternalIP',
        '--service-account-issuer=https://kubernetes.default.svc',
        `--service-account-key-file=${pkiInside('service-account.pub')}`,
        `--service-account-signing-key-file=${pkiInside('service-account.key')}`,
        '--authorization-mode=Node,RBAC',
        '--enable-admission-plugins=NodeRestriction',
        '--allow-privileged=true',
        '--profiling=false',
      ],
      isReady: () => isReady(`${apiServerUrl(nodeAddress)}/readyz`, agent),
    },
    context,
  );
}

function isReady(url: string, agent: Agent): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const probe = request(url, { agent, timeout: 2_000 }, (response) => {
    response.resume();
    resolve(response.statusCode === 200);
  });
  probe.once('error', () => resolve(false));
  probe.once('timeout', () => probe.destroy());
  probe.end();
  return promise;
}

export function startControllerManager({ box, programs, context, nodeAddress }: ClusterContext): Promise<Daemon> {
  return startNodeProgram(
    box,
    {
      name: 'kube-controller-manager',
      path: programs('kube-controller-manager'),
      args: [
        `--kubeconfig=${kubeconfigInside('controller-manager')}`,
        `--service-account-private-key-file=${pkiInside('service-account.key')}`,
        `--root-ca-file=${pkiInside('ca.crt')}`,
        `--cluster-cidr=${podCidr}`,
        '--use-service-account-credentials=true',
        '--leader-elect=false',
        // The default of 20 requests a second makes a burst of new namespaces wait.
        '--kube-api-qps=100',
        '--kube-api-burst=200',
      ],
      isReady: () => acceptsConnections(10_257, nodeAddress),
    },
    context,
  );
}

export function startScheduler({ box, programs, context, nodeAddress }: ClusterContext): Promise<Daemon> {
  return startNodeProgram(
    box,
    {
      name: 'kube-scheduler',
      path: programs('kube-scheduler'),
      args: [
        `--kubeconfig=${kubeconfigInside('scheduler')}`,
        '--leader-elect=false',
        '--kube-api-qps=100',
        '--kube-api-burst=200',
      ],
      isReady: () => acceptsConnections(10_259, nodeAddress),
    },
    context,
  );
}
