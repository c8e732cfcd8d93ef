import { signInRoutes } from '@shopwright/contract/routes/sign-in';
import { signInBodySchema, type SignInResult } from '@shopwright/contract/schemas/sign-in';
import { Link } from '@tanstack/react-router';
import { FormPassword } from '../../components/form-field.tsx';
import { callApi } from '../../lib/api-client.ts';
import { useForm } from '../../lib/use-form.ts';
import { EmailField } from './email-field.tsx';
import { PublicForm } from './public-form.tsx';

export function PasswordForm({ onDone }: { onDone: (result: SignInResult) => void }) {
  const form = useForm({
    initial: { email: '', password: '' },
    schema: signInBodySchema,
    send: (body) => callApi(signInRoutes.signIn, { body }),
    onDone,
  });
  return (
    <PublicForm form={form} button="Sign in">
      <EmailField form={form} />
      <FormPassword
        form={form}
        name="password"
        label="Password"
        autoComplete="current-password"
        help={
          <Link to="/forgot-password" className="hover:text-ink rounded underline underline-offset-3">
            Forgot the password?
          </Link>
        }
      />
    </PublicForm>
  );
}
