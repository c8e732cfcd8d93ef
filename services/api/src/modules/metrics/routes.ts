import { storePhases } from '@shopwright/contract/phases';
import { commandBacklog, countStoresByPhase, type Database } from '@shopwright/database';
import { Gauge, type Registry } from '@shopwright/runtime';
import type { FastifyInstance } from 'fastify';
import { asDatabaseFailure } from '../../http/database-failure.ts';
import { registerRoute } from '../../http/register-route.ts';
import { readProvisioningHistory } from './history.ts';
import { readMetrics } from './service.ts';

export interface MetricsRoutesOptions {
  db: Database;
  registry: Registry;
}

export function metricsRoutes(app: FastifyInstance, { db, registry }: MetricsRoutesOptions): void {
  registerRoute(app, 'metrics', () => readMetrics(db));
  registerRoute(app, 'provisioningHistory', ({ query }) => readProvisioningHistory(db, query.period));
  addPlatformGauges({ db, registry });

  app.get('/metrics', { config: { permission: 'platform:read' }, schema: { hide: true } }, async (_request, reply) => {
    try {
      return await reply.type(registry.contentType).send(await registry.metrics());
    } catch (error) {
      throw asDatabaseFailure(error);
    }
  });
}

/** Figures of the platform, read from the database whenever they are scraped. */
function addPlatformGauges({ db, registry }: MetricsRoutesOptions): void {
  const storesByPhase = new Gauge({
    name: 'stores',
    help: 'Stores by phase.',
    labelNames: ['phase'],
    registers: [registry],
    collect: async () => {
      const counts = await countStoresByPhase(db);
      // Also the phases that no store is in any more.
      for (const phase of storePhases) storesByPhase.set({ phase }, counts[phase] ?? 0);
    },
  });
  const oldest = new Gauge({
    name: 'commands_oldest_seconds',
    help: 'Age of the oldest accepted command that no workflow has been told of.',
    registers: [registry],
  });
  const waiting = new Gauge({
    name: 'commands_waiting',
    help: 'Accepted commands that no workflow has been told of yet.',
    registers: [registry],
    collect: async () => {
      const backlog = await commandBacklog(db);
      waiting.set(backlog.waiting);
      oldest.set(backlog.oldestSeconds);
    },
  });
}
