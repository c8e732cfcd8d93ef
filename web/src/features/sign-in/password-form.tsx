import { signInRoutes } from '@shopwright/contract/routes/sign-in';
import { signInBodySchema, type SignInResult } from '@shopwright/contract/schemas/sign-in';
import { Link } from '@tanstack/react-router';
import { FormField, FormPassword } from '../../components/form-field.tsx';
import { Submit } from '../../components/submit.tsx';
import { callApi } from '../../lib/api-client.ts';
import { useForm } from '../../lib/use-form.ts';

export function PasswordForm({ onDone }: { onDone: (result: SignInResult) => void }) {
  const form = useForm({
    initial: { email: '', password: '' },
    schema: signInBodySchema,
    send: (body) => callApi(signInRoutes.signIn, { body }),
    onDone,
  });
  return (
    <form noValidate onSubmit={form.submit} className="space-y-5">
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
      <Submit form={form} size="large" className="w-full">
        Sign in
      </Submit>
    </form>
  );
}
