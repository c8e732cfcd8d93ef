import { passwordProofBodySchema } from '@shopwright/contract/schemas/two-factor';
import { Button } from '../../components/button.tsx';
import { FormPassword } from '../../components/form-field.tsx';
import { Submit } from '../../components/submit.tsx';
import { useForm } from '../../lib/use-form.ts';

export interface PasswordProofProps<Answer> {
  /** Without a password the API asks for a sign-in of the last minutes. */
  hasPassword: boolean;
  send: (proof: { password?: string | undefined }) => Promise<Answer>;
  onDone: (answer: Answer) => void;
  onCancel: () => void;
  button: string;
}

/** Whoever finds an open tab must not change how its account signs in: the password comes first. */
export function PasswordProof<Answer>({ hasPassword, send, onDone, onCancel, button }: PasswordProofProps<Answer>) {
  const form = useForm({
    initial: { password: '' },
    schema: passwordProofBodySchema,
    bodyOf: ({ password }) => (hasPassword ? { password } : {}),
    send,
    onDone,
    fieldOfCode: { PASSWORD_WRONG: 'password' },
  });
  return (
    <form noValidate onSubmit={form.submit} className="space-y-5">
      {hasPassword && (
        <FormPassword
          form={form}
          name="password"
          label="Your password"
          autoComplete="current-password"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for by a click
          autoFocus
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Submit form={form}>{button}</Submit>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
