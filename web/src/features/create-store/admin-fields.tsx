import { Field, type FieldProps } from '../../components/field.tsx';
import { PasswordField } from './password-field.tsx';
import type { CreateForm } from './use-create-form.ts';

/** The shop's administrator and where it sells; all of it may be left empty. */
export function AdminFields({ form }: { form: CreateForm }) {
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField form={form} name="adminUsername" label="Administrator" placeholder="owner" autoCapitalize="none" />
        <FormField form={form} name="adminEmail" label="E-mail" type="email" placeholder="At the shop’s own host" />
      </div>
      <PasswordField form={form} />
      <div className="grid grid-cols-2 gap-5">
        <FormField form={form} name="currency" label="Currency" placeholder="USD" maxLength={3} isUpperCase />
        <FormField form={form} name="country" label="Country" placeholder="US" maxLength={2} isUpperCase />
      </div>
    </>
  );
}

type TextField = 'adminUsername' | 'adminEmail' | 'currency' | 'country';

interface FormFieldProps extends Omit<FieldProps, 'form'> {
  form: CreateForm;
  name: TextField;
  isUpperCase?: boolean;
}

/** A field that is tied to the value and the error of its name. */
function FormField({ form, name, isUpperCase = false, ...field }: FormFieldProps) {
  return (
    <Field
      {...field}
      name={name}
      autoComplete="off"
      spellCheck={false}
      value={form.values[name]}
      onChange={({ target: { value } }) => form.change({ [name]: isUpperCase ? value.toUpperCase() : value })}
      error={form.errors[name]}
    />
  );
}
