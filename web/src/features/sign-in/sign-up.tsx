import { signInRoutes } from '@shopwright/contract/routes/sign-in';
import { completeSignUpBodySchema } from '@shopwright/contract/schemas/sign-in';
import { callApi } from '../../lib/api-client.ts';
import { enter } from './enter.ts';
import { NewAccountForm } from './new-account-form.tsx';
import { PublicFrame } from './public-frame.tsx';

/** The end of signing up: the account, with the secret of the mailed link. */
export function SignUp({ secret, onSignedIn }: { secret: string; onSignedIn: () => void }) {
  return (
    <PublicFrame title="Make your account" lead="Your address is confirmed by the link that you opened.">
      <NewAccountForm
        schema={completeSignUpBodySchema}
        bodyOf={(values) => ({ secret, ...values })}
        send={(body) => callApi(signInRoutes.completeSignUp, { body })}
        onDone={() => void enter().then(onSignedIn)}
        button="Make the account"
      />
    </PublicFrame>
  );
}
