import { errorRegistry } from '@shopwright/contract/errors';
import { listEngines, type Database } from '@shopwright/database';
import type { FastifyInstance } from 'fastify';
import { registerRoute } from '../../http/register-route.ts';
import type { QuotaService } from '../quotas/service.ts';
import { requireIdentity } from '../request-context.ts';
import { engineViews, planViews } from './views.ts';

export interface PlatformRoutesOptions {
  db: Database;
  quotas: QuotaService;
  storesDomain: string;
  temporalUiUrl: string | null;
  version: string;
}

export function platformRoutes(app: FastifyInstance, options: PlatformRoutesOptions): void {
  const { db, quotas, storesDomain, temporalUiUrl, version } = options;

  registerRoute(app, 'listEngines', async () => ({ items: engineViews(await listEngines(db)) }));
  registerRoute(app, 'listPlans', () => Promise.resolve({ items: planViews() }));
  registerRoute(app, 'getLimits', ({ request }) => quotas.limitsFor(requireIdentity(request)));

  registerRoute(app, 'getPlatform', async ({ request }) => ({
    storesDomain,
    plans: planViews(),
    engines: engineViews(await listEngines(db)),
    limits: await quotas.limitsFor(requireIdentity(request)),
    temporalUiUrl: requireIdentity(request).isOperator ? temporalUiUrl : null,
    version,
  }));

  registerRoute(app, 'explainProblem', ({ params: { code } }) => {
    const { title, status, hint, retryable } = errorRegistry[code];
    return Promise.resolve({ code, title, status, hint, retryable });
  });
}
