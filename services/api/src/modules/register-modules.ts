import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { defaultQuotaOf } from '../config.ts';
import type { AppDependencies } from '../dependencies.ts';
import { registerAccounts } from './register-accounts.ts';
import { auditRoutes } from './audit/routes.ts';
import { progressRetentionMs } from './events/retention.ts';
import { eventRoutes } from './events/routes.ts';
import { createHealth } from './health/health-checks.ts';
import { healthRoutes } from './health/routes.ts';
import { metricsRoutes } from './metrics/routes.ts';
import { operationRoutes } from './operations/routes.ts';
import { createOperationService } from './operations/service.ts';
import { createUsualDurations } from './operations/usual-durations.ts';
import { platformRoutes } from './platform/routes.ts';
import { podRoutes } from './pods/routes.ts';
import { quotaRoutes } from './quotas/routes.ts';
import { createQuotaService } from './quotas/service.ts';
import { createCredentialsService } from './stores/credentials.ts';
import { storeRoutes } from './stores/routes.ts';
import { createStoreService } from './stores/service.ts';

/** Makes the services and registers every route. */
export function registerModules(app: FastifyInstance, dependencies: AppDependencies): void {
  const { config, db, feed, registry, closing, checks, readAdminPassword, readPods, version, authenticator } =
    dependencies;
  const limits = { maxStores: config.MAX_STORES, defaultQuota: defaultQuotaOf(config) };
  const idempotencySecret = createHmac('sha256', config.SEALING_KEY).update('idempotency').digest();
  const operations = createOperationService({ db, config, usualDurations: createUsualDurations(db) });
  const stores = createStoreService({ db, operations, address: config, limits, sealingKey: config.SEALING_KEY });
  const quotas = createQuotaService({ db, limits });
  const credentials = createCredentialsService({ db, readAdminPassword, address: config });

  storeRoutes(app, { stores, credentials, idempotencySecret });
  podRoutes(app, { stores, readPods });
  operationRoutes(app, { operations, idempotencySecret });
  auditRoutes(app, { db });
  eventRoutes(app, { feed, authenticator, retentionMs: progressRetentionMs, registry, closing });
  quotaRoutes(app, { quotas });
  platformRoutes(app, {
    db,
    quotas,
    storesDomain: config.STORES_DOMAIN,
    temporalUiUrl: config.TEMPORAL_UI_URL ?? null,
    version,
  });
  metricsRoutes(app, { db, registry });
  healthRoutes(app, { readHealth: createHealth({ checks }), checkDatabase: checks.database });
  registerAccounts(app, dependencies);
}
