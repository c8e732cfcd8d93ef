import { FormField } from '../../components/form-field.tsx';
import { PasswordField } from './password-field.tsx';
import type { CreateForm } from './use-create-form.ts';

/** The shop's administrator and where it sells; all of it may be left empty. */
export function AdminFields({ form }: { form: CreateForm }) {
  const common = { form, autoComplete: 'off' };
  const code = { ...common, normalize: (text: string) => text.toUpperCase() };
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField {...common} name="adminUsername" label="Administrator" placeholder="owner" autoCapitalize="none" />
        <FormField {...common} name="adminEmail" label="E-mail" type="email" placeholder="At the shop’s own host" />
      </div>
      <PasswordField form={form} />
      <div className="grid grid-cols-2 gap-5">
        <FormField {...code} name="currency" label="Currency" placeholder="USD" maxLength={3} />
        <FormField {...code} name="country" label="Country" placeholder="US" maxLength={2} />
      </div>
    </>
  );
}
