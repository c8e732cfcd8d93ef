import { isOperationId, isStoreId } from '@shopwright/contract/ids';
import type { EventSubject, NewEvent } from '@shopwright/database';
import type { FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { anonymousActor } from '../auth/identity.ts';
import { InvalidRequest } from '../http/invalid-request.ts';
import { createWindowBudget } from '../http/window-budget.ts';
import { sourceOf } from '../http/source.ts';
import { routeOf } from './observability.ts';

export interface RefusalAuditOptions {
  record: (event: NewEvent) => Promise<void>;
}

/** Refusals of one caller that are written per minute; what a flood adds is only counted in the metrics. */
const recordedPerMinute = 60;

/** Every refused change and every refused sign-in becomes an audit event, after the answer is sent. */
export const refusalAudit = fastifyPlugin<RefusalAuditOptions>(
  (app, { record }, done) => {
    const budget = createWindowBudget(recordedPerMinute, 60_000);
    const writing = new Set<Promise<void>>();
    app.addHook('onResponse', (request, _reply, next) => {
      next();
      if (!isAudited(request) || !budget.take(request.identity?.actor.id ?? request.ip)) return;
      const write = record(refusalEvent(request)).catch((error: unknown) => {
        request.log.error({ err: error }, 'a refusal could not be recorded');
      });
      writing.add(write);
      void write.finally(() => writing.delete(write));
    });
    app.addHook('onClose', async () => {
      await Promise.all(writing);
    });
    done();
  },
  { name: 'refusal-audit', dependencies: ['problems', 'authenticate'] },
);

function isAudited(request: FastifyRequest): boolean {
  if (request.failure === null || request.failure.status >= 500) return false;
  const { code } = request.failure;
  // Written where they are refused, with whose they are.
  if (code === 'INVALID_CREDENTIALS' || code === 'TWO_FACTOR_INVALID') return false;
  if (code === 'UNAUTHENTICATED') return request.headers.authorization !== undefined || isChange(request);
  return code === 'FORBIDDEN' || isChange(request);
}

function isChange(request: FastifyRequest): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD' && request.routeOptions.url !== undefined;
}

function refusalEvent(request: FastifyRequest): NewEvent {
  const failure = request.failure;
  const fields = failure instanceof InvalidRequest ? failure.fields.map((field) => field.pointer) : [];
  return {
    type: 'request.refused',
    actor: request.identity?.actor ?? anonymousActor,
    source: sourceOf(request),
    ...(failure !== null && { reason: failure.message }),
    ...subjectOf(request),
    data: { method: request.method, route: routeOf(request), code: failure?.code ?? 'INTERNAL', fields },
  };
}

/** The store or operation, only where the refusal itself says that it exists; otherwise the organization of the caller. */
function subjectOf(request: FastifyRequest): EventSubject {
  const id: unknown = Object(request.params)['id'];
  const code = request.failure?.code;
  const exists = code === 'ACTION_NOT_ALLOWED' || code === 'PRECONDITION_FAILED' || code === 'CREDENTIALS_UNAVAILABLE';
  const own = { organizationId: request.identity?.organizationId ?? null };
  if (!exists || typeof id !== 'string') return own;
  if (isStoreId(id)) return { storeId: id };
  return isOperationId(id) ? { operationId: id } : own;
}
