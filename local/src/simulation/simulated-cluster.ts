import { execa } from 'execa';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { stringify } from 'yaml';
import { waitUntil } from '../core/wait.ts';
import { writeKubeconfig } from '../node/kubeconfig.ts';
import { issue, loadOrCreateAuthority, type Credentials } from '../node/pki.ts';
import { buildPrograms, type ProgramPaths } from '../programs/build-programs.ts';
import { clusterPrograms, simulationPrograms } from '../programs/catalog.ts';
import { Daemon } from '../supervisor/daemon.ts';
import { acceptsConnections } from '../supervisor/probes.ts';
import { nodeStage, podStages, type PodBehaviour, type PodRule } from './pod-behaviour.ts';

/** A real control plane whose nodes are simulated: pods are scheduled and change their state, but nothing runs. */
export interface SimulatedCluster extends AsyncDisposable {
  readonly kubeconfig: string;
  readonly kubectl: string;
  readonly helm: string;
  stop(): Promise<void>;
}

export interface SimulationOptions {
  readonly nodes: number;
  /** Pods that carry a rule's label follow it; all others follow `otherwise`, ready at once unless told. */
  readonly rules?: readonly PodRule[];
  readonly otherwise?: PodBehaviour;
  readonly signal: AbortSignal;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

interface Plan {
  readonly directory: string;
  readonly etcdPort: number;
  readonly apiPort: number;
  readonly programs: ProgramPaths<typeof clusterPrograms>;
  readonly kwok: string;
  readonly signal: AbortSignal;
  readonly daemons: Daemon[];
}

/** Starts a control plane with simulated nodes on free ports of 127.0.0.1. For scale and fault tests only. */
export async function startSimulatedCluster(options: SimulationOptions): Promise<SimulatedCluster> {
  const build = { signal: options.signal, report: () => undefined };
  const { paths: programs } = await buildPrograms(clusterPrograms, build);
  const { paths: simulation } = await buildPrograms(simulationPrograms, build);
  const directory = await mkdtemp(join(tmpdir(), 'shopwright-simulated-'));
  const plan: Plan = {
    directory,
    etcdPort: await freePort(),
    apiPort: await freePort(),
    programs,
    kwok: simulation('kwok'),
    signal: options.signal,
    daemons: [],
  };
  const kubeconfig = join(directory, 'kubeconfig');
  const stop = async (): Promise<void> => {
    for (const daemon of plan.daemons.toReversed()) await daemon.stop();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await startControlPlane(plan, kubeconfig);
    await startNodes(plan, kubeconfig, options);
  } catch (error) {
    await stop();
    throw error;
  }
  return { kubeconfig, kubectl: programs('kubectl'), helm: programs('helm'), stop, [Symbol.asyncDispose]: stop };
}

async function startControlPlane(plan: Plan, kubeconfig: string): Promise<void> {
  const { directory, etcdPort, apiPort, programs } = plan;
  const authority = await loadOrCreateAuthority(directory);
  const admin = await issue(authority, { user: 'simulation', groups: ['system:masters'] });
  await writeKubeconfig(kubeconfig, {
    server: `https://127.0.0.1:${apiPort}`,
    authority,
    credentials: admin,
    user: 'simulation',
  });
  await writePair(
    directory,
    'apiserver',
    await issue(authority, { user: 'kube-apiserver', servesAs: { names: ['localhost'], addresses: ['127.0.0.1'] } }),
  );
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await writeFile(join(directory, 'tokens.key'), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  await writeFile(join(directory, 'tokens.pub'), publicKey.export({ type: 'spki', format: 'pem' }));

  const peerPort = await freePort();
  await startProgram(plan, 'etcd', programs('etcd'), etcdPort, [
    `--data-dir=${directory}/etcd`,
    `--listen-client-urls=http://127.0.0.1:${etcdPort}`,
    `--advertise-client-urls=http://127.0.0.1:${etcdPort}`,
    `--listen-peer-urls=http://127.0.0.1:${peerPort}`,
    '--log-level=warn',
    '--unsafe-no-fsync',
  ]);
  await startProgram(plan, 'kube-apiserver', programs('kube-apiserver'), apiPort, [
    `--etcd-servers=http://127.0.0.1:${etcdPort}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${apiPort}`,
    '--service-cluster-ip-range=10.96.0.0/16',
    `--tls-cert-file=${directory}/apiserver.crt`,
    `--tls-private-key-file=${directory}/apiserver.key`,
    `--client-ca-file=${directory}/ca.crt`,
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${directory}/tokens.pub`,
    `--service-account-signing-key-file=${directory}/tokens.key`,
    '--authorization-mode=RBAC',
    '--allow-privileged=true',
  ]);
  const isReady = async (): Promise<boolean> => (await kubectl(plan, kubeconfig, ['get', '--raw=/readyz'])) === 'ok';
  await waitUntil('the simulated API server to be ready', isReady, {
    timeoutMs: 60_000,
    intervalMs: 200,
    signal: plan.signal,
  });
  await startControllers(plan, kubeconfig);
}

async function startControllers(plan: Plan, kubeconfig: string): Promise<void> {
  const { directory, programs } = plan;
  const [managerPort, schedulerPort] = [await freePort(), await freePort()];
  const client = [`--kubeconfig=${kubeconfig}`, '--leader-elect=false', '--kube-api-qps=200', '--kube-api-burst=400'];
  await Promise.all([
    startProgram(plan, 'kube-controller-manager', programs('kube-controller-manager'), managerPort, [
      ...client,
      `--secure-port=${managerPort}`,
      '--bind-address=127.0.0.1',
      `--service-account-private-key-file=${directory}/tokens.key`,
      `--root-ca-file=${directory}/ca.crt`,
      '--use-service-account-credentials=true',
    ]),
    startProgram(plan, 'kube-scheduler', programs('kube-scheduler'), schedulerPort, [
      ...client,
      `--secure-port=${schedulerPort}`,
      '--bind-address=127.0.0.1',
    ]),
  ]);
}

async function startNodes(plan: Plan, kubeconfig: string, options: SimulationOptions): Promise<void> {
  const stages = [nodeStage, ...podStages(options.rules ?? [], options.otherwise ?? { kind: 'ready', afterMs: 0 })];
  const config = join(plan.directory, 'kwok.yaml');
  await writeFile(config, stages.map((stage) => stringify(stage)).join('---\n'));
  const port = await freePort();
  await startProgram(plan, 'kwok', plan.kwok, port, [
    `--kubeconfig=${kubeconfig}`,
    `--config=${config}`,
    '--manage-all-nodes=true',
    // Without leases the control plane takes the nodes for dead after 50 seconds, and their pods for not ready.
    '--node-lease-duration-seconds=40',
    `--server-address=127.0.0.1:${port}`,
  ]);
  await mkdir(join(plan.directory, 'volumes'));
  const provisioner = [`--kubeconfig=${kubeconfig}`, `--root=${plan.directory}/volumes`];
  plan.daemons.push(
    await startDaemon(plan, 'provisioner', plan.programs('provisioner'), provisioner, async () => true),
  );
  const items = [
    ...Array.from({ length: options.nodes }, (_, index) => simulatedNode(`simulated-${index}`)),
    storageClass,
  ];
  await kubectl(
    plan,
    kubeconfig,
    ['apply', '--server-side', '--filename=-'],
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
  );
  await kubectl(plan, kubeconfig, ['wait', '--for=condition=Ready', 'node', '--all', '--timeout=60s']);
}

const simulatedNode = (name: string): object => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name,
    labels: { 'kubernetes.io/hostname': name, 'shopwright.dev/simulated': 'true' },
    annotations: { 'kwok.x-k8s.io/node': 'fake' },
  },
});

const storageClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'simulated', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
  provisioner: 'shopwright.dev/local-directory',
  reclaimPolicy: 'Delete',
  volumeBindingMode: 'WaitForFirstConsumer',
};

async function startProgram(plan: Plan, name: string, command: string, port: number, args: string[]): Promise<void> {
  plan.daemons.push(await startDaemon(plan, name, command, args, () => acceptsConnections(port)));
}

function startDaemon(
  plan: Plan,
  name: string,
  command: string,
  args: string[],
  isReady: () => Promise<boolean>,
): Promise<Daemon> {
  const notice = (message: string): void => console.error(`simulated cluster: ${message}`);
  return Daemon.start(
    { name: `simulated-${name}`, command, args, isReady, readyTimeoutMs: 60_000, notice },
    plan.signal,
  );
}

async function kubectl(plan: Plan, kubeconfig: string, args: readonly string[], input?: string): Promise<string> {
  const { stdout } = await execa(plan.programs('kubectl'), args, {
    env: { KUBECONFIG: kubeconfig },
    ...(input === undefined ? {} : { input }),
  });
  return stdout;
}

async function writePair(directory: string, name: string, { certificate, key }: Credentials): Promise<void> {
  await writeFile(join(directory, `${name}.crt`), certificate);
  await writeFile(join(directory, `${name}.key`), key, { mode: 0o600 });
}
