import { FormPassword, type FormFieldProps } from './form-field.tsx';
import { PasswordMeter } from './password-meter.tsx';

/** Of an account; what a shop takes is shorter. */
const longest = 200;

/** A password that is being chosen, with how good it is. */
export function ChosenPassword<Values extends object>(props: FormFieldProps<Values>) {
  const password = String(props.form.values[props.name]);
  return (
    <FormPassword
      {...props}
      autoComplete="new-password"
      help={
        password === '' ? (
          'At least 12 characters; several unrelated words are best.'
        ) : (
          <PasswordMeter password={password} maxLength={longest} />
        )
      }
    />
  );
}
