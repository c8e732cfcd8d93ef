import { slugSchema } from '@shopwright/contract/schemas/store-requests';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { Field } from '../../components/field.tsx';
import { slugTakenQuery } from '../../lib/queries.ts';
import type { CreateForm } from './use-create-form.ts';

export interface AddressFieldProps {
  form: CreateForm;
  storesDomain: string | undefined;
}

/** The address: suggested from the name until it is typed, shown in full, and looked up while it is typed. */
export function AddressField({ form, storesDomain }: AddressFieldProps) {
  const { values, suggestedSlug, change, errors } = form;
  const slug = values.slug ?? suggestedSlug;
  const looked = useDeferredValue(slug);
  const isValid = slugSchema.safeParse(looked).success;
  const taken = useQuery({ ...slugTakenQuery(looked), enabled: isValid && looked !== '' });
  const isTaken = isValid && taken.data === true;
  const error = errors.slug ?? (isTaken && values.slug !== undefined ? 'Another store has this address.' : undefined);
  return (
    <Field
      label="Address"
      name="slug"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      placeholder="tea-co"
      value={slug}
      onChange={(event) => change({ slug: event.target.value === '' ? undefined : event.target.value.toLowerCase() })}
      className="font-mono text-[0.8125rem]!"
      error={error}
      help={
        slug === '' ? (
          'Follows the name; change it if you like.'
        ) : (
          <span className="break-all">
            {storesDomain === undefined ? `${slug}.…` : `${slug}.${storesDomain}`}
            {isTaken && ' is taken: a few characters will be added.'}
            {isValid && taken.data === false && ' is free.'}
          </span>
        )
      }
    />
  );
}
