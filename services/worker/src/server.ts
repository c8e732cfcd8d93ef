import { createActivities } from '@shopwright/activities';
import { connectDatabase } from '@shopwright/database';
import { closeOnSignal, createLogger, createMetricsRegistry, startMetricsServer } from '@shopwright/runtime';
import { Client, Connection } from '@temporalio/client';
import { createActivityDeps } from './activity-deps.ts';
import { announce } from './announce.ts';
import { readWorkerConfig } from './config.ts';
import { connectTemporal } from './connect-temporal.ts';
import { dispatchCommands } from './dispatcher.ts';
import { runDispatchLoop } from './dispatch-loop.ts';
import { every } from './every.ts';
import { registerWorkerMetrics } from './metrics.ts';
import { resubmitLostOperations } from './reconcile.ts';
import { installTemporalRuntime } from './temporal-runtime.ts';
import { createTemporalWorker } from './temporal-worker.ts';

const config = readWorkerConfig();
const logger = createLogger({ service: 'worker', level: config.LOG_LEVEL });
installTemporalRuntime(logger, undefined);
const database = connectDatabase({
  url: config.DATABASE_URL,
  applicationName: 'shopwright-worker',
  maxConnections: 20,
  onIdleError: (error) => logger.warn({ err: error }, 'a database connection broke'),
});
const temporal = new Client({
  connection: Connection.lazy({ address: config.TEMPORAL_ADDRESS }),
  namespace: config.TEMPORAL_NAMESPACE,
});
const deps = await createActivityDeps(config, { db: database.db, temporal, logger });
const stop = new AbortController();
const registry = createMetricsRegistry('worker');
registerWorkerMetrics(registry, database.db);
let state: 'starting' | 'running' | 'ended' = 'starting';
const metricsServer = await startMetricsServer({
  registry,
  host: config.METRICS_HOST,
  port: config.METRICS_PORT,
  isHealthy: () => state !== 'ended',
});

const connection = await connectTemporal(config.TEMPORAL_ADDRESS, logger);
const worker = await createTemporalWorker({
  connection,
  namespace: config.TEMPORAL_NAMESPACE,
  activities: createActivities(deps),
  provisionConcurrency: config.PROVISION_CONCURRENCY,
  identity: deps.worker,
});
const common = { logger, signal: stop.signal };
const background = Promise.all([
  runDispatchLoop({
    ...common,
    databaseUrl: config.DATABASE_URL,
    dispatch: () => dispatchCommands(database.db, temporal),
  }),
  every({
    ...common,
    name: 'announce',
    intervalMs: 5000,
    run: async () => announce(database.db, deps.worker, await deps.engines()),
  }),
  every({
    ...common,
    name: 'reconcile',
    intervalMs: 30_000,
    run: () => resubmitLostOperations(database.db, temporal, logger),
  }),
]);
const running = worker.run().finally(() => {
  state = 'ended';
});
state = 'running';
logger.info({ worker: deps.worker, concurrency: config.PROVISION_CONCURRENCY }, 'worker is running');

closeOnSignal({
  logger,
  timeoutMs: 30_000,
  close: async () => {
    stop.abort();
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await Promise.allSettled([running, background]);
    metricsServer.close();
    await connection.close();
    await temporal.connection.close();
    await database.close();
  },
});
await running;
