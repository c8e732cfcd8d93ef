import { isStoreId, type StoreId } from '@shopwright/contract/ids';
import { routes } from '@shopwright/contract/routes';
import type { Accepted } from '@shopwright/contract/schemas/store';
import { AppError } from '@shopwright/contract/errors';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { entityTag } from '../../http/preconditions.ts';
import { registerRoute } from '../../http/register-route.ts';
import { changeContext, expectedVersion, requestVisibility, requireOrganization } from '../request-context.ts';
import type { CredentialsService } from './credentials.ts';
import type { StoreService } from './service.ts';

export interface StoreRoutesOptions {
  stores: StoreService;
  credentials: CredentialsService;
  idempotencySecret: Buffer;
}

export function storeRoutes(app: FastifyInstance, options: StoreRoutesOptions): void {
  const { stores, credentials, idempotencySecret } = options;

  registerRoute(app, 'createStore', async ({ body, request, reply }) =>
    answerAccepted(
      reply,
      await stores.create(body, {
        ...changeContext(request, idempotencySecret),
        organizationId: requireOrganization(request),
      }),
    ),
  );

  registerRoute(app, 'listStores', ({ query, request }) => stores.list(requestVisibility(request), query));

  registerRoute(app, 'getStore', async ({ params, request, reply }) => {
    const store = await stores.get(requestVisibility(request), storeId(params.id));
    reply.header('etag', entityTag(store.version));
    return store;
  });

  registerRoute(app, 'deleteStore', async ({ params, request, reply }) => {
    const existing = { storeId: storeId(params.id), ...expectedVersion(request) };
    return answerAccepted(reply, await stores.delete({ ...changeContext(request, idempotencySecret), ...existing }));
  });

  registerRoute(app, 'retryStore', async ({ params, body, request, reply }) => {
    const existing = { storeId: storeId(params.id), ...expectedVersion(request) };
    return answerAccepted(
      reply,
      await stores.retry(body, { ...changeContext(request, idempotencySecret), ...existing }),
    );
  });

  registerRoute(app, 'revealCredentials', ({ params, request }) =>
    credentials.reveal({ ...changeContext(request, idempotencySecret), storeId: storeId(params.id) }),
  );
}

function answerAccepted(reply: FastifyReply, accepted: Accepted): Accepted {
  reply.headers({
    location: routes.getOperation.path.replace(':id', accepted.operation.id),
    'retry-after': '1',
    etag: entityTag(accepted.store.version),
  });
  return accepted;
}

/** Narrows an id that the schema has checked. */
function storeId(id: string): StoreId {
  if (!isStoreId(id)) throw new AppError('STORE_NOT_FOUND', { params: { storeId: id } });
  return id;
}
