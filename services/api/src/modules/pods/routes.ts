import { isStoreId } from '@shopwright/contract/ids';
import { AppError } from '@shopwright/contract/errors';
import type { FastifyInstance } from 'fastify';
import { registerRoute } from '../../http/register-route.ts';
import { requestVisibility } from '../request-context.ts';
import type { StoreService } from '../stores/service.ts';
import type { PodReader } from './service.ts';

export interface PodRoutesOptions {
  stores: StoreService;
  readPods: PodReader;
}

export function podRoutes(app: FastifyInstance, { stores, readPods }: PodRoutesOptions): void {
  registerRoute(app, 'getStorePods', async ({ params: { id }, request }) => {
    if (!isStoreId(id)) throw new AppError('STORE_NOT_FOUND', { params: { storeId: id } });
    // The store's own look-up decides who may see it.
    const store = await stores.get(requestVisibility(request), id);
    return readPods(isStoreId(store.id) ? store.id : id);
  });
}
