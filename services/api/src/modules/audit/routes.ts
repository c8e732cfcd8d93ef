import type { Database } from '@shopwright/database';
import type { FastifyInstance } from 'fastify';
import { registerRoute } from '../../http/register-route.ts';
import { requestVisibility } from '../request-context.ts';
import { readAudit } from './service.ts';

export function auditRoutes(app: FastifyInstance, { db }: { db: Database }): void {
  registerRoute(app, 'auditLog', ({ query, request }) => readAudit(db, requestVisibility(request), query));
}
