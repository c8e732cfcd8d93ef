import type { StoreAction } from '@shopwright/contract/phases';
import type { StoreDetail } from '@shopwright/contract/schemas/store';
import { Ban, RotateCw, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { useCancelOperation, useRetryStore } from '../../lib/mutations.ts';
import { useOfferedActions } from '../../lib/store-actions.ts';
import { tellError } from '../../lib/use-action.ts';
import { DeleteDialog } from './delete-dialog.tsx';

/** What may be asked of the store now; nothing is decided here. Retrying has its button beside the failure. */
export function StoreActions({ store }: { store: StoreDetail }) {
  const buttons: Readonly<Record<StoreAction, ReactNode>> = {
    retry: null,
    cancel: <CancelButton key="cancel" operationId={store.operation?.id ?? ''} />,
    delete: <DeleteButton key="delete" store={store} />,
  };
  return useOfferedActions(store).map((action) => buttons[action]);
}

export function RetryButton({ storeId }: { storeId: string }) {
  const retry = useRetryStore(storeId);
  return (
    <Button variant="primary" isBusy={retry.isPending} onClick={() => retry.mutate(undefined, { onError: tellError })}>
      {!retry.isPending && <RotateCw aria-hidden />} Retry
    </Button>
  );
}

function CancelButton({ operationId }: { operationId: string }) {
  const cancel = useCancelOperation(operationId);
  return (
    <Button isBusy={cancel.isPending} onClick={() => cancel.mutate(undefined, { onError: tellError })}>
      {!cancel.isPending && <Ban aria-hidden />} Cancel
    </Button>
  );
}

export function DeleteButton({ store, isPrimary = false }: { store: StoreDetail; isPrimary?: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant={isPrimary ? 'danger' : 'quiet'} onClick={() => setIsOpen(true)}>
        {/* On phones it stands beside two more buttons. */}
        <Trash2 aria-hidden />{' '}
        <span className={store.phase === 'ready' ? 'max-sm:sr-only' : ''}>
          {store.phase === 'delete-failed' ? 'Delete again' : 'Delete'}
        </span>
      </Button>
      {isOpen && <DeleteDialog store={store} onClose={() => setIsOpen(false)} />}
    </>
  );
}
