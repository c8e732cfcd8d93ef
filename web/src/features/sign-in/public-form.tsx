import type { ReactNode } from 'react';
import { Submit } from '../../components/submit.tsx';
import type { Form } from '../../lib/use-form.ts';

export interface PublicFormProps {
  form: Pick<Form<object>, 'submit' | 'isPending' | 'failure'>;
  button: string;
  /** Its fields. */
  children: ReactNode;
}

/** The form of a page for somebody who is not signed in. */
export function PublicForm({ form, button, children }: PublicFormProps) {
  return (
    <form noValidate onSubmit={form.submit} className="space-y-5">
      {children}
      <Submit form={form} size="large" className="w-full">
        {button}
      </Submit>
    </form>
  );
}
