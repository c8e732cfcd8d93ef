import { createActivities, type ActivityDeps, type StoreEngine } from '@shopwright/activities';
import { connectDatabase, type DatabaseConnection } from '@shopwright/database';
import {
  closeOnSignal,
  createLogger,
  createMetricsRegistry,
  startMetricsServer,
  type Logger,
} from '@shopwright/runtime';
import { Client, Connection } from '@temporalio/client';
import { createActivityDeps } from './activity-deps.ts';
import { announce } from './announce.ts';
import type { WorkerConfig } from './config.ts';
import { connectTemporal } from './connect-temporal.ts';
import { dispatchCommands } from './dispatcher.ts';
import { runDispatchLoop } from './dispatch-loop.ts';
import { every } from './every.ts';
import { registerWorkerMetrics } from './metrics.ts';
import { resubmitLostOperations } from './reconcile.ts';
import { installTemporalRuntime } from './temporal-runtime.ts';
import { createTemporalWorker } from './temporal-worker.ts';

/** Composes the worker process and runs it until a signal ends it; resolves then. `adapt` is the seam of end-to-end tests. */
export async function runWorker(
  config: WorkerConfig,
  engines: readonly StoreEngine[],
  adapt: (deps: ActivityDeps) => ActivityDeps = (deps) => deps,
): Promise<void> {
  const logger = createLogger({ service: 'worker', level: config.LOG_LEVEL });
  installTemporalRuntime(logger);
  const database = openDatabase(config, logger);
  const temporal = new Client({
    connection: Connection.lazy({ address: config.TEMPORAL_ADDRESS }),
    namespace: config.TEMPORAL_NAMESPACE,
  });
  const deps = adapt(createActivityDeps(config, { db: database.db, temporal, logger }, engines));
  const metricsServer = await startMetrics(config, database);
  const connection = await connectTemporal(config.TEMPORAL_ADDRESS, logger);
  const worker = await createTemporalWorker({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    activities: createActivities(deps),
    provisionConcurrency: config.PROVISION_CONCURRENCY,
    identity: deps.worker,
  });
  const stop = new AbortController();
  const background = runBackground(config, deps, stop.signal);
  const running = worker.run();
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
}

function openDatabase(config: WorkerConfig, logger: Logger): DatabaseConnection {
  return connectDatabase({
    url: config.DATABASE_URL,
    applicationName: 'shopwright-worker',
    maxConnections: 20,
    onIdleError: (error) => logger.warn({ err: error }, 'a database connection broke'),
  });
}

async function startMetrics(config: WorkerConfig, database: DatabaseConnection) {
  const registry = createMetricsRegistry('worker');
  registerWorkerMetrics(registry, database.db);
  return startMetricsServer({
    registry,
    host: config.METRICS_HOST,
    port: config.METRICS_PORT,
    isHealthy: () => true,
  });
}

/** What the worker does beside tasks: deliver commands, tell that it lives, find operations that lost their workflow. */
function runBackground(config: WorkerConfig, deps: ActivityDeps, signal: AbortSignal): Promise<unknown> {
  const { db, temporal, logger } = deps;
  const common = { logger, signal };
  return Promise.all([
    runDispatchLoop({
      ...common,
      databaseUrl: config.DATABASE_URL,
      dispatch: () => dispatchCommands(db, temporal, config.TEMPORAL_TASK_QUEUE),
    }),
    every({
      ...common,
      name: 'announce',
      intervalMs: 5000,
      run: async () => announce(db, deps.worker, await deps.engines()),
    }),
    every({
      ...common,
      name: 'reconcile',
      intervalMs: 30_000,
      run: () => resubmitLostOperations(db, temporal, logger),
    }),
  ]);
}
