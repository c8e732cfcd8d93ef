import { useState } from 'react';
import type { Form } from '../lib/use-form.ts';
import { Field, type FieldProps } from './field.tsx';
import { PasswordInput } from './password-input.tsx';

type TextKey<Values> = { [Key in keyof Values]: Values[Key] extends string ? Key : never }[keyof Values] & string;

export interface FormFieldProps<Values extends object> extends Omit<FieldProps, 'form' | 'name' | 'value' | 'error'> {
  form: Form<Values>;
  name: TextKey<Values>;
  /** What becomes of what is typed, e.g. upper case. */
  normalize?: (text: string) => string;
}

/** A field that is tied to the value and the error of its name in a form. */
export function FormField<Values extends object>({ form, name, normalize, ...field }: FormFieldProps<Values>) {
  return <Field spellCheck={false} {...field} {...tied({ form, name, ...(normalize && { normalize }) })} />;
}

/** The same for a password, hidden until one wants to see it. */
export function FormPassword<Values extends object>({ form, name, ...field }: FormFieldProps<Values>) {
  const [isShown, setIsShown] = useState(false);
  return <PasswordInput {...field} {...tied({ form, name })} isShown={isShown} onShow={setIsShown} />;
}

function tied<Values extends object>(props: Pick<FormFieldProps<Values>, 'form' | 'name' | 'normalize'>) {
  const { form, name, normalize = (text: string) => text } = props;
  return {
    name,
    value: String(form.values[name]),
    error: form.errors[name],
    onChange: ({ target }: { target: { value: string } }) =>
      form.change({ [name]: normalize(target.value) } as Partial<Values>),
  };
}
