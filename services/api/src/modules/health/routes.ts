import { AppError } from '@shopwright/contract/errors';
import type { HealthView } from '@shopwright/contract/schemas/platform';
import type { FastifyInstance } from 'fastify';
import { registerRoute } from '../../http/register-route.ts';

export interface HealthRoutesOptions {
  readHealth: () => Promise<HealthView>;
}

/**
 * `/healthz`: the process runs. `/readyz`: it can accept requests, which needs the database alone; creates wait there while
 * Temporal or the cluster is away. `/api/health`: how every part is.
 */
export function healthRoutes(app: FastifyInstance, { readHealth }: HealthRoutesOptions): void {
  const options = { config: { permission: 'public' }, schema: { hide: true } } as const;
  app.get('/healthz', options, () => ({ status: 'ok' }));
  app.get('/readyz', options, async () => {
    const { checks } = await readHealth();
    if (!checks.database.ok) throw new AppError('DATABASE_UNAVAILABLE');
    return { status: 'ready' };
  });
  registerRoute(app, 'health', () => readHealth());
}
