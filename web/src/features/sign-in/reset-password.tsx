import { signInRoutes } from '@shopwright/contract/routes/sign-in';
import { completePasswordResetBodySchema } from '@shopwright/contract/schemas/sign-in';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { buttonClass } from '../../components/button.tsx';
import { ChosenPassword } from '../../components/chosen-password.tsx';
import { NoticeBox } from '../../components/notice-box.tsx';
import { callApi } from '../../lib/api-client.ts';
import { useForm } from '../../lib/use-form.ts';
import { PublicForm } from './public-form.tsx';
import { PublicFrame } from './public-frame.tsx';

/** The end of a forgotten password: a new one, with the secret of the mailed link. */
export function ResetPassword({ secret }: { secret: string }) {
  const [isDone, setIsDone] = useState(false);
  const form = useForm({
    initial: { password: '' },
    schema: completePasswordResetBodySchema,
    bodyOf: ({ password }) => ({ secret, password }),
    send: (body) => callApi(signInRoutes.completePasswordReset, { body }),
    onDone: () => setIsDone(true),
    fieldOfCode: { PASSWORD_TOO_WEAK: 'password' },
  });
  return (
    <PublicFrame title="Choose a new password" lead="Every session of your account ends with it.">
      {isDone ? (
        <>
          <NoticeBox tone="good">The new password is set.</NoticeBox>
          <Link to="/sign-in" search={{}} className={buttonClass('primary', 'large')}>
            Sign in
          </Link>
        </>
      ) : (
        <>
          <PublicForm form={form} button="Set the password">
            <ChosenPassword form={form} name="password" label="New password" />
          </PublicForm>
          <Link to="/forgot-password" className={`${buttonClass('quiet', 'small')} -ml-2.5`}>
            Ask for a new link
          </Link>
        </>
      )}
    </PublicFrame>
  );
}
