import { AppError } from '@shopwright/contract/errors';
import { storePodsSchema, type StorePodsView } from '@shopwright/contract/schemas/pods';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestApi, type TestApi } from '../../testing/test-api.ts';
import type { PodReader } from './service.ts';

const answer: StorePodsView = { pods: [], usage: null, readAt: '2026-11-24T08:00:00.000Z' };
const readPods = vi.fn<PodReader>();

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ readPods });
});
afterAll(() => api.close());

describe('pods of a store', () => {
  it('are those of its namespace', async () => {
    readPods.mockResolvedValueOnce(answer);
    const { store } = (await api.call('POST', '/api/stores', { payload: { name: 'Tea' } })).json();
    const response = await api.call('GET', `/api/stores/${store.id}/pods`);
    expect(storePodsSchema.parse(response.json())).toEqual(answer);
    expect(readPods).toHaveBeenCalledWith(store.id);
  });

  it('are not asked for where there is no such store', async () => {
    readPods.mockClear();
    const response = await api.call('GET', '/api/stores/st-aaaaaaaaaa/pods');
    expect(response.json()).toMatchObject({ status: 404, code: 'STORE_NOT_FOUND' });
    expect(readPods).not.toHaveBeenCalled();
  });

  it('are not known while the cluster does not answer', async () => {
    readPods.mockRejectedValueOnce(new AppError('CLUSTER_UNAVAILABLE', { params: { reason: 'it is not reachable' } }));
    const { store } = (await api.call('POST', '/api/stores', { payload: { name: 'Coffee' } })).json();
    const response = await api.call('GET', `/api/stores/${store.id}/pods`);
    expect(response.json()).toMatchObject({ status: 503, code: 'CLUSTER_UNAVAILABLE' });
  });
});
