import { deriveSlug } from '@shopwright/contract/slugs';
import { type CreateStoreBody, createStoreBodySchema } from '@shopwright/contract/schemas/store-requests';
import type { PlanId } from '@shopwright/contract/plans';
import { type SubmitEvent, useRef, useState } from 'react';
import { ApiError } from '../../lib/api-error.ts';
import { newIdempotencyKey, useCreateStore } from '../../lib/mutations.ts';

export interface CreateFormValues {
  name: string;
  /** Undefined while the suggestion is taken. */
  slug: string | undefined;
  engine: string | undefined;
  plan: PlanId | undefined;
  adminUsername: string;
  adminEmail: string;
  adminPassword: string;
  currency: string;
  country: string;
}

export type CreateFormErrors = Readonly<Partial<Record<keyof CreateFormValues, string>>>;
export type CreateForm = ReturnType<typeof useCreateForm>;

const empty: CreateFormValues = {
  name: '',
  slug: undefined,
  engine: undefined,
  plan: undefined,
  adminUsername: '',
  adminEmail: '',
  adminPassword: '',
  currency: '',
  country: '',
};

const fields = Object.keys(empty) as (keyof CreateFormValues)[];

/** The form's values, checked by the contract's own schema; what the API objects to stands at the field it means. */
export function useCreateForm(onCreated: (storeId: string) => void) {
  const [values, setValues] = useState(empty);
  const [errors, setErrors] = useState<CreateFormErrors>({});
  const create = useCreateStore();
  const key = useRef({ body: '', key: '' });

  const change = (part: Partial<CreateFormValues>): void => {
    setValues((current) => ({ ...current, ...part }));
    setErrors((current) => ({ ...current, ...Object.fromEntries(Object.keys(part).map((name) => [name, undefined])) }));
  };

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const parsed = createStoreBodySchema.safeParse(bodyOf(values));
    if (!parsed.success) {
      setErrors(errorsOf(parsed.error.issues));
      focusFirstInvalid(event.currentTarget);
      return;
    }
    create.mutate(
      { body: parsed.data, idempotencyKey: keyFor(key.current, parsed.data) },
      {
        onSuccess: ({ store }) => onCreated(store.id),
        onError: (error) => setErrors(errorsOfAnswer(error)),
      },
    );
  };

  return {
    values,
    errors,
    change,
    submit,
    suggestedSlug: values.name.trim() === '' ? '' : deriveSlug(values.name),
    isPending: create.isPending,
    failure: Object.values(errorsOfAnswer(create.error)).length > 0 ? null : create.error,
  };
}

function bodyOf(values: CreateFormValues): Partial<Record<keyof CreateFormValues, string>> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return { name: values.name, ...Object.fromEntries(given) };
}

function errorsOf(issues: readonly { path: readonly PropertyKey[]; message: string }[]): CreateFormErrors {
  return Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), sentence(message)]));
}

/** Messages of an answer at the fields that they mean. */
function errorsOfAnswer(error: unknown): CreateFormErrors {
  if (!(error instanceof ApiError)) return {};
  if (error.code === 'STORE_NAME_TAKEN' || error.code === 'STORE_NAME_RESERVED') return { slug: error.message };
  if (error.code === 'ENGINE_UNAVAILABLE' || error.code === 'ENGINE_UNKNOWN') return { engine: error.message };
  const found = fields.flatMap((field) => {
    const message = error.fieldMessage(field);
    return message === undefined ? [] : [[field, sentence(message)] as const];
  });
  return Object.fromEntries(found);
}

/** The same body keeps its key, so that a click after a lost answer makes no second store. */
function keyFor(last: { body: string; key: string }, body: CreateStoreBody): string {
  const text = JSON.stringify(body);
  if (last.body !== text) {
    last.body = text;
    last.key = newIdempotencyKey();
  }
  return last.key;
}

function focusFirstInvalid(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const invalid = form.querySelector<HTMLElement>('[aria-invalid=true]');
    invalid?.closest('details')?.setAttribute('open', '');
    invalid?.focus();
  });
}

/** The schema's messages read "must …": a sentence of its own below a field. */
function sentence(message: string): string {
  const text = message.startsWith('must') || message.startsWith('is ') ? `It ${message}` : message;
  return text.endsWith('.') ? text : `${text}.`;
}
