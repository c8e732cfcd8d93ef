import type { ErrorCode } from '@shopwright/contract/errors';
import type { z } from 'zod';
import { ChosenPassword } from '../../components/chosen-password.tsx';
import { FormField } from '../../components/form-field.tsx';
import { useForm } from '../../lib/use-form.ts';
import { PublicForm } from './public-form.tsx';

export interface NewAccountValues {
  name: string;
  password: string;
}

export interface NewAccountFormProps<Schema extends z.ZodType> {
  schema: Schema;
  bodyOf: (values: NewAccountValues) => unknown;
  send: (body: z.output<Schema>) => Promise<unknown>;
  onDone: () => void;
  button: string;
}

const fieldOfCode: Partial<Record<ErrorCode, keyof NewAccountValues>> = { PASSWORD_TOO_WEAK: 'password' };

/** Name and password of an account that is being made. */
export function NewAccountForm<Schema extends z.ZodType>(props: NewAccountFormProps<Schema>) {
  const { button, ...options } = props;
  const form = useForm({ initial: { name: '', password: '' }, fieldOfCode, ...options });
  return (
    <PublicForm form={form} button={button}>
      <FormField
        form={form}
        name="name"
        label="Your name"
        autoComplete="name"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only thing to do on this page
        autoFocus
      />
      <ChosenPassword form={form} name="password" label="Password" />
    </PublicForm>
  );
}
