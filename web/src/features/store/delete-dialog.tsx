import type { StoreDetail } from '@shopwright/contract/schemas/store';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { InlineError } from '../../components/states.tsx';
import { useDeleteStore } from '../../lib/mutations.ts';

/** Asks for the name, because nothing of this comes back. */
export function DeleteDialog({ store, onClose }: { store: StoreDetail; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const remove = useDeleteStore(store.id);
  const isConfirmed = typed.trim() === store.name;
  return (
    <Dialog isOpen onClose={onClose} title={`Delete “${store.name}”?`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isConfirmed) remove.mutate(undefined, { onSuccess: onClose });
        }}
      >
        <div className="space-y-5 px-5 pt-3 pb-6 sm:px-6">
          <div className="text-muted leading-relaxed">
            <p>This removes for good:</p>
            <ul className="mt-1.5 list-disc space-y-0.5 pl-5">
              <li>the shop, its products, orders and customers</li>
              <li>its database, files and passwords</li>
              <li className="break-words">
                its address <span className="text-ink">{new URL(store.url).host}</span>, which anybody may then take
              </li>
            </ul>
            <p className="mt-2">The activity log keeps that it existed.</p>
          </div>
          <Field
            label={`Type “${store.name}” to confirm`}
            name="confirmation"
            autoComplete="off"
            spellCheck={false}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type it
            autoFocus
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          {remove.isError && <InlineError error={remove.error} />}
        </div>
        <DialogActions>
          <Button onClick={onClose}>Keep the store</Button>
          <Button type="submit" variant="danger" disabled={!isConfirmed} isBusy={remove.isPending}>
            Delete the store
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
