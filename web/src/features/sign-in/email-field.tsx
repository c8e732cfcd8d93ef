import { FormField } from '../../components/form-field.tsx';
import type { Form } from '../../lib/use-form.ts';

/** The address that names an account, first on its page. */
export function EmailField({ form }: { form: Form<{ email: string }> }) {
  return (
    <FormField
      form={form}
      name="email"
      label="E-mail"
      type="email"
      autoComplete="username"
      autoCapitalize="none"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only thing to do on this page
      autoFocus
    />
  );
}
