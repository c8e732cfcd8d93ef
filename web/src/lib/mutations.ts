import { operationsRoutes } from '@shopwright/contract/routes/operations';
import { storesRoutes } from '@shopwright/contract/routes/stores';
import type { Accepted, StoreDetail, StoreView } from '@shopwright/contract/schemas/store';
import { randomBase32 } from '@shopwright/contract/ids';
import type { OperationView } from '@shopwright/contract/schemas/operation';
import type { CreateStoreBody } from '@shopwright/contract/schemas/store-requests';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from './api-client.ts';
import { queryKeys } from './queries.ts';
import { place } from './refresher.ts';

/** A key per click: a request that is repeated because its answer was lost does not happen twice. */
export function newIdempotencyKey(): string {
  return randomBase32(26);
}

/** Creates a store and shows it at once. */
export function useCreateStore() {
  const client = useQueryClient();
  return async ({ body, idempotencyKey }: { body: CreateStoreBody; idempotencyKey: string }): Promise<Accepted> => {
    const accepted = await callApi(storesRoutes.createStore, { body, idempotencyKey });
    showAccepted(client, accepted);
    return accepted;
  };
}

export function useRetryStore(storeId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      callApi(storesRoutes.retryStore, { params: { id: storeId }, body: {}, idempotencyKey: newIdempotencyKey() }),
    onSuccess: (accepted) => showAccepted(client, accepted),
  });
}

export function useDeleteStore(storeId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      callApi(storesRoutes.deleteStore, { params: { id: storeId }, idempotencyKey: newIdempotencyKey() }),
    onSuccess: (accepted) => showAccepted(client, accepted),
  });
}

export function useCancelOperation(operationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      callApi(operationsRoutes.cancelOperation, {
        params: { id: operationId },
        body: {},
        idempotencyKey: newIdempotencyKey(),
      }),
    onSuccess: (operation) => {
      client.setQueryData<OperationView>(queryKeys.operation(operation.id), operation);
      return client.invalidateQueries({ queryKey: queryKeys.store(operation.storeId) });
    },
  });
}

/** The password is not put into the cache: it lives as long as the component that shows it. */
export function useRevealCredentials(storeId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ idempotencyKey }: { idempotencyKey: string }) =>
      callApi(storesRoutes.revealCredentials, { params: { id: storeId }, idempotencyKey }),
    gcTime: 0,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.store(storeId) }),
  });
}

/** Shows what a 202 told before any event arrives. */
function showAccepted(client: QueryClient, { store, operation }: Accepted): void {
  client.setQueryData<OperationView>(queryKeys.operation(operation.id), operation);
  client.setQueryData<StoreDetail>(queryKeys.store(store.id), (known) => {
    const earlier = (known?.operations ?? []).filter((other) => other.id !== operation.id);
    const { steps, serverNow } = operation;
    const detail = { ...store, operation, steps, operations: [operation, ...earlier], serverNow };
    return detail;
  });
  client.setQueryData<StoreView[]>(queryKeys.storeList(false), (list) => place(list, store, true));
  void client.invalidateQueries({ queryKey: queryKeys.slugs });
}
