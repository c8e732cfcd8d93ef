import type { StoreAction } from '@shopwright/contract/phases';
import { operationsRoutes } from '@shopwright/contract/routes/operations';
import { storesRoutes } from '@shopwright/contract/routes/stores';
import type { StoreView } from '@shopwright/contract/schemas/store';
import { useMay } from './session.ts';

const permissions = {
  retry: storesRoutes.retryStore.permission,
  cancel: operationsRoutes.cancelOperation.permission,
  delete: storesRoutes.deleteStore.permission,
} as const satisfies Readonly<Record<StoreAction, string>>;

/** What the store's phase takes, as the transition table has it, and what the session may ask for. */
export function useOfferedActions(store: Pick<StoreView, 'actions'>): readonly StoreAction[] {
  const may = useMay();
  return store.actions.filter((action) => may(permissions[action]));
}
