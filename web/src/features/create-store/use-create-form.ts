import type { PlanId } from '@shopwright/contract/plans';
import { type CreateStoreBody, createStoreBodySchema } from '@shopwright/contract/schemas/store-requests';
import { deriveSlug } from '@shopwright/contract/slugs';
import { useRef } from 'react';
import { newIdempotencyKey, useCreateStore } from '../../lib/mutations.ts';
import { useForm } from '../../lib/use-form.ts';

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

export type CreateForm = ReturnType<typeof useCreateForm>;

const initial: CreateFormValues = {
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

const fieldOfCode = {
  STORE_NAME_TAKEN: 'slug',
  STORE_NAME_RESERVED: 'slug',
  ENGINE_UNAVAILABLE: 'engine',
  ENGINE_UNKNOWN: 'engine',
} as const;

/** The form of a new store: a name is enough, the address is suggested from it. */
export function useCreateForm(onCreated: (storeId: string) => void) {
  const create = useCreateStore();
  const key = useRef({ body: '', key: '' });
  const form = useForm({
    initial,
    schema: createStoreBodySchema,
    bodyOf,
    send: (body) => create({ body, idempotencyKey: keyFor(key.current, body) }),
    onDone: ({ store }) => onCreated(store.id),
    fieldOfCode,
  });
  const { name } = form.values;
  return { ...form, suggestedSlug: name.trim() === '' ? '' : deriveSlug(name) };
}

/** What was given; the API has a value for the rest. */
function bodyOf(values: CreateFormValues): Partial<Record<keyof CreateFormValues, string>> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return { name: values.name, ...Object.fromEntries(given) };
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
