import { AppError } from '@shopwright/contract/errors';
import type { HealthView } from '@shopwright/contract/schemas/platform';
import type { FastifyInstance } from 'fastify';
import { registerRoute } from '../../http/register-route.ts';
import type { Check } from './health-checks.ts';

export interface HealthRoutesOptions {
  readHealth: () => Promise<HealthView>;
  checkDatabase: Check;
}

const readyTimeoutMs = 5000;

/**
 * `/healthz`: the process runs. `/readyz`: it can accept requests, which needs the database alone; creates wait there while
 * Temporal or the cluster is away. `/api/health`: how every part is.
 */
export function healthRoutes(app: FastifyInstance, { readHealth, checkDatabase }: HealthRoutesOptions): void {
  const options = { config: { permission: 'public' }, schema: { hide: true } } as const;
  app.get('/healthz', options, () => ({ status: 'ok' }));
  app.get('/readyz', options, async () => {
    try {
      await checkDatabase(AbortSignal.timeout(readyTimeoutMs));
    } catch (error) {
      throw new AppError('DATABASE_UNAVAILABLE', { cause: error });
    }
    return { status: 'ready' };
  });
  registerRoute(app, 'health', () => readHealth());
}
