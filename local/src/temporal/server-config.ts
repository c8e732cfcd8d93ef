import { mkdir, writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { statePath } from '../core/paths.ts';
import { ports } from '../core/ports.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { temporalDatabases } from './schema.ts';

const directory = statePath('temporal');

/** History shards cannot be changed once a cluster has data. Four are plenty for one machine; production takes 512. */
const historyShards = 4;

function sqlStore(connection: PostgresConnection, databaseName: string, maxConns: number): object {
  return {
    sql: {
      pluginName: 'postgres12_pgx',
      databaseName,
      connectAddr: `${connection.host}:${connection.port}`,
      connectProtocol: 'tcp',
      user: connection.user,
      password: connection.password,
      maxConns,
      maxIdleConns: maxConns,
      maxConnLifetime: '1h',
    },
  };
}

const service = (grpcPort: number, membershipPort: number, extra: object = {}): object => ({
  rpc: { grpcPort, membershipPort, bindOnIP: '127.0.0.1', ...extra },
});

function serverConfig(connection: PostgresConnection, dynamicConfigPath: string): object {
  const address = `127.0.0.1:${ports.temporal}`;
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      numHistoryShards: historyShards,
      defaultStore: 'default',
      visibilityStore: 'visibility',
      datastores: {
        default: sqlStore(connection, temporalDatabases.main.name, 20),
        visibility: sqlStore(connection, temporalDatabases.visibility.name, 10),
      },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: service(ports.temporal, ports.temporalFrontendMembership, { httpPort: ports.temporalHttp }),
      history: service(ports.temporalHistory, ports.temporalHistoryMembership),
      matching: service(ports.temporalMatching, ports.temporalMatchingMembership),
      worker: service(ports.temporalWorker, ports.temporalWorkerMembership),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: address },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    publicClient: { hostPort: address },
    dynamicConfigClient: { filepath: dynamicConfigPath, pollInterval: '60s' },
  };
}

/** Task queues hand out tasks by priority, and fairly between the owners of stores. */
const dynamicConfig = {
  'matching.useNewMatcher': [{ value: true }],
  'matching.enableFairness': [{ value: true }],
};

/** Writes the server's configuration (it holds the database password, mode 0600); returns its path. */
export async function writeServerConfig(connection: PostgresConnection): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const dynamicConfigPath = `${directory}/dynamic-config.yaml`;
  await writeFile(dynamicConfigPath, stringify(dynamicConfig));
  const path = `${directory}/server.yaml`;
  await writeFile(path, stringify(serverConfig(connection, dynamicConfigPath)), { mode: 0o600 });
  return path;
}

/** Writes the Web UI's configuration; returns the folder and the environment name that its server is started with. */
export async function writeUiConfig(temporalAddress: string): Promise<{ folder: string; environment: string }> {
  const folder = `${directory}/ui`;
  await mkdir(folder, { recursive: true });
  const config = {
    temporalGrpcAddress: temporalAddress,
    host: '127.0.0.1',
    port: ports.temporalUi,
    enableUi: true,
    defaultNamespace: temporalNamespace,
    disableNewsFetch: true,
  };
  await writeFile(`${folder}/local.yaml`, stringify(config));
  return { folder, environment: 'local' };
}

/** Temporal namespace of the product. */
export const temporalNamespace = 'shopwright';
