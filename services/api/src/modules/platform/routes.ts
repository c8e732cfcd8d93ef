import { errorRegistry } from '@shopwright/contract/errors';
import type { LimitsView } from '@shopwright/contract/schemas/platform';
import { countLiveStores, listEngines, type Database, type StoreLimits } from '@shopwright/database';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { registerRoute } from '../../http/register-route.ts';
import { requireOrganization } from '../request-context.ts';
import { engineViews, planViews } from './views.ts';

export interface PlatformRoutesOptions {
  db: Database;
  limits: StoreLimits;
  storesDomain: string;
  temporalUiUrl: string | null;
  version: string;
}

export function platformRoutes(app: FastifyInstance, options: PlatformRoutesOptions): void {
  const { db, limits, storesDomain, temporalUiUrl, version } = options;

  const readLimits = async (request: FastifyRequest): Promise<LimitsView> => {
    const used = await countLiveStores(db, requireOrganization(request));
    return { ...limits, usedStores: used.all, usedByOrganization: used.ofOrganization };
  };

  registerRoute(app, 'listEngines', async () => ({ items: engineViews(await listEngines(db)) }));
  registerRoute(app, 'listPlans', () => Promise.resolve({ items: planViews() }));
  registerRoute(app, 'getLimits', ({ request }) => readLimits(request));

  registerRoute(app, 'getPlatform', async ({ request }) => ({
    storesDomain,
    plans: planViews(),
    engines: engineViews(await listEngines(db)),
    limits: await readLimits(request),
    temporalUiUrl,
    version,
  }));

  registerRoute(app, 'explainProblem', ({ params: { code } }) => {
    const { title, status, hint, retryable } = errorRegistry[code];
    return Promise.resolve({ code, title, status, hint, retryable });
  });
}
