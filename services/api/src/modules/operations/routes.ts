import { AppError } from '@shopwright/contract/errors';
import { isOperationId, type OperationId } from '@shopwright/contract/ids';
import { routes } from '@shopwright/contract/routes';
import type { FastifyInstance } from 'fastify';
import { registerRoute } from '../../http/register-route.ts';
import { changeContext, requestVisibility } from '../request-context.ts';
import type { OperationService } from './service.ts';

export interface OperationRoutesOptions {
  operations: OperationService;
  idempotencySecret: Buffer;
}

export function operationRoutes(app: FastifyInstance, { operations, idempotencySecret }: OperationRoutesOptions): void {
  registerRoute(app, 'getOperation', ({ params, request }) =>
    operations.get(requestVisibility(request), operationId(params.id)),
  );

  registerRoute(app, 'cancelOperation', async ({ params, body, request, reply }) => {
    const operation = await operations.cancel(operationId(params.id), {
      ...changeContext(request, idempotencySecret),
      ...(body.reason !== undefined && { reason: body.reason }),
    });
    reply.headers({ location: routes.getOperation.path.replace(':id', operation.id), 'retry-after': '1' });
    return operation;
  });
}

/** Narrows an id that the schema has checked. */
function operationId(id: string): OperationId {
  if (!isOperationId(id)) throw new AppError('OPERATION_NOT_FOUND', { params: { operationId: id } });
  return id;
}
