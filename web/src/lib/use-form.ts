import type { ErrorCode } from '@shopwright/contract/errors';
import { type SubmitEvent, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import { ApiError } from './api-error.ts';
import { asSentence } from './format.ts';

export type FormErrors<Values> = Readonly<Partial<Record<keyof Values & string, string>>>;

export interface FormOptions<Values, Schema extends z.ZodType, Answer> {
  initial: Values;
  /** The contract's own schema of the body. */
  schema: Schema;
  /** The body that the values make; the values themselves where it is left out. */
  bodyOf?: (values: Values) => unknown;
  send: (body: z.output<Schema>) => Promise<Answer>;
  onDone: (answer: Answer) => void;
  /** Refusals that are about one field, by their code. */
  fieldOfCode?: Readonly<Partial<Record<ErrorCode, keyof Values & string>>>;
}

export interface Form<Values> {
  values: Values;
  errors: FormErrors<Values>;
  change: (part: Partial<Values>) => void;
  submit: (event: SubmitEvent<HTMLFormElement>) => void;
  isPending: boolean;
  /** What went wrong as a whole; null where the fields say it. */
  failure: unknown;
}

/** A form's values, checked by the schema that the API checks with; what is wrong stands at the field it means. */
export function useForm<Values extends object, Schema extends z.ZodType, Answer>(
  options: FormOptions<Values, Schema, Answer>,
): Form<Values> {
  const { initial, schema, bodyOf = (values: Values): unknown => values, send, onDone, fieldOfCode = {} } = options;
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState({} as FormErrors<Values>);
  const sending = useMutation({ mutationFn: send, gcTime: 0 });

  const change = (part: Partial<Values>): void => {
    setValues((known) => ({ ...known, ...part }));
    setErrors((known) => ({ ...known, ...Object.fromEntries(Object.keys(part).map((name) => [name, undefined])) }));
  };

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const parsed = schema.safeParse(bodyOf(values));
    if (!parsed.success) {
      setErrors(errorsOfIssues(parsed.error.issues));
      focusFirstInvalid(form);
      return;
    }
    sending.mutate(parsed.data, {
      onSuccess: onDone,
      onError: (error) => {
        setErrors(errorsOfAnswer(error, values, fieldOfCode));
        focusFirstInvalid(form);
      },
    });
  };

  const isAtField = Object.keys(errorsOfAnswer(sending.error, values, fieldOfCode)).length > 0;
  return { values, errors, change, submit, isPending: sending.isPending, failure: isAtField ? null : sending.error };
}

function errorsOfIssues<Values>(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): FormErrors<Values> {
  return Object.fromEntries(
    issues.map(({ path, message }) => [String(path.at(-1)), sentence(message)]),
  ) as FormErrors<Values>;
}

/** Messages of an answer at the fields that they mean. */
function errorsOfAnswer<Values extends object>(
  error: unknown,
  values: Values,
  fieldOfCode: Readonly<Partial<Record<ErrorCode, string>>>,
): FormErrors<Values> {
  if (!(error instanceof ApiError)) return {} as FormErrors<Values>;
  const field = fieldOfCode[error.code];
  if (field !== undefined) return { [field]: error.explanation } as FormErrors<Values>;
  const found = Object.keys(values).flatMap((name) => {
    const message = error.fieldMessage(name);
    return message === undefined ? [] : [[name, sentence(message)] as const];
  });
  return Object.fromEntries(found) as FormErrors<Values>;
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
  return asSentence(message.startsWith('must') || message.startsWith('is ') ? `It ${message}` : message);
}
