import { buildImage, importImage } from '@shopwright/local/images';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KubeConfig } from '@kubernetes/client-node';
import { createKubeApi, readEngineImages, type KubeApi } from '@shopwright/activities';
import { randomBase32 } from '@shopwright/contract/ids';
import { connectDatabase, runMigrations, type DatabaseConnection } from '@shopwright/database';
import { freePort } from '@shopwright/database/testing/free-port';
import { containerdSocket, enterRunningNode, readStackEnvironment } from '@shopwright/local';
import { Client, Connection } from '@temporalio/client';
import { Client as PostgresClient } from 'pg';
import { createApiClient, type ApiClient } from './api-client.ts';
import { answersOk, startProcess, type ManagedProcess } from './process.ts';
import { until } from './until.ts';
import { ensureTestNamespace, testNamespace } from './temporal-namespace.ts';

export interface TestPlatform {
  api: ApiClient;
  /** Where the API and its dashboard answer, and the operator's token. */
  url: string;
  token: string;
  /** What the operator signs in with. */
  operator: { email: string; password: string };
  kube: KubeApi;
  /** host:port of the ingress. */
  ingressAddress: string;
  database: DatabaseConnection;
  temporal: Client;
  processes: { api: ManagedProcess; worker: ManagedProcess };
  /** Where its processes write their logs. */
  logDirectory: string;
  close(): Promise<void>;
}

export interface PlatformOptions {
  concurrency?: number;
  /** How long a held step is held. */
  slowSeconds?: number;
  teardownPatienceMs?: number;
  /** Further settings of API and worker. */
  settings?: Readonly<Record<string, string>>;
  /** Another cluster than the stack's node, with the address at which its stores are reached. */
  cluster?: { kubeconfig: string; ingressAddress: string };
}

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * API and worker of their own on the running local stack, with their own database and Temporal namespace: what these tests kill
 * and break is nobody else's. The cluster is shared; stores have namespaces of their own.
 */
export async function startPlatform(options: PlatformOptions = {}): Promise<TestPlatform> {
  const stack = stackEnvironment(options, (await readStackEnvironment()).environment);
  const directory = await mkdtemp(join(tmpdir(), 'shopwright-e2e-'));
  const databaseUrl = await createDatabase(stack['DATABASE_URL'] ?? '');
  const token = randomBase32(40);
  const operator = { email: 'operator@example.com', password: randomBase32(20) };
  const ports = { api: await freePort(), metrics: await freePort() };
  const env = {
    ...(await environment(stack, { directory, databaseUrl, token, operator, concurrency: options.concurrency ?? 12 })),
    TEMPORAL_TASK_QUEUE: `e2e-${randomBase32(8)}`,
    API_PORT: String(ports.api),
    PUBLIC_URL: `http://127.0.0.1:${ports.api}`,
    METRICS_PORT: String(ports.metrics),
    SLOW_SECONDS: String(options.slowSeconds ?? 25),
    TEARDOWN_PATIENCE_MS: String(options.teardownPatienceMs ?? 120_000),
    ...options.settings,
  };
  const address = stack['TEMPORAL_ADDRESS'] ?? '';
  await ensureTestNamespace(address);
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromFile(stack['KUBECONFIG'] ?? '');
  const connection = await Connection.connect({ address });
  const kube = createKubeApi(kubeConfig);
  const logDirectory = join(repository, '.local/logs/e2e');
  const worker = await startProcess({
    name: 'worker',
    script: join(repository, 'e2e/provision/support/worker.ts'),
    env,
    logFile: join(logDirectory, 'worker.log'),
    isReady: () => answersOk(`http://127.0.0.1:${ports.metrics}/healthz`),
  });
  const api = await startProcess({
    name: 'api',
    script: join(repository, 'services/api/src/server.ts'),
    env,
    logFile: join(logDirectory, 'api.log'),
    isReady: () => answersOk(`http://127.0.0.1:${ports.api}/healthz`),
  });
  const database = connectDatabase({ url: databaseUrl, applicationName: 'e2e' });
  const url = `http://127.0.0.1:${ports.api}`;
  const client = createApiClient(url, token);
  await until('a worker that announces its engine', async () => {
    const { items } = await client.get<{ items: { available: boolean }[] }>('/api/engines');
    return items.some((engine) => engine.available) ? true : undefined;
  });
  return {
    api: client,
    url,
    token,
    operator,
    kube,
    ingressAddress: stack['STORES_INGRESS_ADDRESS'] ?? '',
    database,
    temporal: new Client({ connection, namespace: testNamespace }),
    processes: { api, worker },
    logDirectory,
    close: async () => {
      await Promise.all([api.stop(), worker.stop()]);
      await removeNamespaces(database, kube);
      await connection.close();
      await database.close();
      await dropDatabase(stack['DATABASE_URL'] ?? '', databaseUrl);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function stackEnvironment(
  { cluster }: PlatformOptions,
  stack: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (cluster === undefined) return stack;
  return { ...stack, KUBECONFIG: cluster.kubeconfig, STORES_INGRESS_ADDRESS: cluster.ingressAddress };
}

interface EnvironmentParts {
  directory: string;
  databaseUrl: string;
  token: string;
  operator: TestPlatform['operator'];
  concurrency: number;
}

async function environment(
  stack: Readonly<Record<string, string>>,
  { directory, databaseUrl, token, operator, concurrency }: EnvironmentParts,
): Promise<Record<string, string>> {
  const imagesFile = join(directory, 'images.json');
  const tokenFile = join(directory, 'admin.json');
  const images = await readEngineImages(process.env['E2E_ENGINE_IMAGES_FILE'] ?? stack['ENGINE_IMAGES_FILE'] ?? '');
  const sample = { shell: await shellImage(stack['KUBECONFIG'] ?? '') };
  await writeFile(imagesFile, JSON.stringify({ ...images, sample }));
  await writeFile(tokenFile, JSON.stringify({ ...operator, token }), { mode: 0o600 });
  return {
    ...stack,
    DATABASE_URL: databaseUrl,
    TEMPORAL_NAMESPACE: testNamespace,
    ENGINE_IMAGES_FILE: imagesFile,
    FIRST_OPERATOR_FILE: tokenFile,
    PROVISION_CONCURRENCY: String(concurrency),
    IMAGE_PULL_POLICY: 'Never',
    MAIL_TO_LOG: 'true',
    MAX_STORES: '1000',
    QUOTA_STORES: '100000000',
    QUOTA_CPU_MILLIS: '100000000',
    QUOTA_MEMORY_MIB: '100000000',
    QUOTA_STORAGE_GIB: '100000000',
    QUOTA_CREATES_PER_HOUR: '100000000',
    RATE_LIMIT_READS_PER_MINUTE: '1000000',
    RATE_LIMIT_WRITES_PER_MINUTE: '1000000',
  };
}

async function createDatabase(serverUrl: string): Promise<string> {
  const name = `e2e_${randomBase32(8)}`;
  await runOnServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await runMigrations(url.toString());
  return url.toString();
}

/** An image with a shell: put on the local node here, because a new node has none; simulated nodes run nothing. */
async function shellImage(kubeconfig: string): Promise<string> {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  const simulated = { labelSelector: 'shopwright.dev/simulated=true' };
  const isSimulated = (await createKubeApi(config).list('/api/v1/nodes', { query: simulated })).length > 0;
  if (isSimulated) return 'localhost/nothing-runs:1';
  const signal = AbortSignal.timeout(300_000);
  const image = await buildImage('busybox', { signal, log: () => undefined });
  await importImage(image, { address: containerdSocket, enter: await enterRunningNode(), signal });
  return image.reference;
}

/** What a failed test left, so that the next one meets an idle cluster. */
async function removeNamespaces(database: DatabaseConnection, kube: KubeApi): Promise<void> {
  const { rows } = await database.pool.query<{ id: string }>("select id from stores where phase <> 'deleted'");
  for (const { id } of rows) {
    await kube.write(`/api/v1/namespaces/${id}`, { method: 'DELETE' }).catch(() => undefined);
  }
}

function dropDatabase(serverUrl: string, databaseUrl: string): Promise<void> {
  return runOnServer(serverUrl, `drop database ${new URL(databaseUrl).pathname.slice(1)} with (force)`);
}

async function runOnServer(serverUrl: string, statement: string): Promise<void> {
  const client = new PostgresClient({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
