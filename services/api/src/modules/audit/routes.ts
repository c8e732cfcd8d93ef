import type { Database } from '@shopwright/database';
import type { FastifyInstance } from 'fastify';
import { registerRoute } from '../../http/register-route.ts';
import { readAudit } from './service.ts';

export function auditRoutes(app: FastifyInstance, { db }: { db: Database }): void {
  registerRoute(app, 'auditLog', ({ query }) => readAudit(db, query));
}
