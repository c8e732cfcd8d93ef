import { useQuery } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { InlineError, Skeleton } from '../../components/states.tsx';
import { platformQuery } from '../../lib/queries.ts';
import { lackingFor } from '../../lib/quota-words.ts';
import { AddressField } from './address-field.tsx';
import { EngineChoice } from './engine-choice.tsx';
import { LimitNote } from './limit-note.tsx';
import { MoreFields } from './more-fields.tsx';
import { useCreateForm } from './use-create-form.ts';

export interface CreateStoreDialogProps {
  onClose: () => void;
  onCreated: (storeId: string) => void;
}

/** A name is enough; everything else has a sensible value and can be changed. */
export function CreateStoreDialog({ onClose, onCreated }: CreateStoreDialogProps) {
  const platform = useQuery(platformQuery);
  const form = useCreateForm(onCreated);
  const { values, change, errors } = form;
  const plan = values.plan ?? platform.data?.plans.find((offered) => offered.default)?.id;
  const isFull = platform.data && plan ? lackingFor(plan, platform.data.limits) !== undefined : false;
  const hasEngine = platform.data?.engines.some((engine) => engine.available) ?? true;
  return (
    <Dialog isOpen onClose={onClose} width="wide" title="Create a store">
      <form noValidate onSubmit={form.submit}>
        <div className="space-y-5 px-5 pt-4 pb-6 sm:px-6">
          <Field
            label="Name"
            name="name"
            placeholder="Tea & Co"
            autoComplete="off"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type it
            autoFocus
            value={values.name}
            onChange={(event) => change({ name: event.target.value })}
            error={errors.name}
          />
          <AddressField form={form} storesDomain={platform.data?.storesDomain} />
          {platform.data ? (
            <EngineChoice
              engines={platform.data.engines}
              chosen={values.engine}
              onChoose={(engine) => change({ engine })}
              error={errors.engine}
            />
          ) : (
            <Skeleton className="h-20 w-full" />
          )}
          <MoreFields form={form} platform={platform.data} />
          {form.failure !== null && <InlineError error={form.failure} />}
          {platform.isError && <InlineError error={platform.error} />}
        </div>
        <DialogActions>
          {platform.data && <LimitNote limits={platform.data.limits} plan={plan} />}
          <Button onClick={onClose}>Close</Button>
          <Button type="submit" variant="primary" isBusy={form.isPending} disabled={isFull || !hasEngine}>
            Create store
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
