import { signInRoutes } from '@shopwright/contract/routes/sign-in';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { BrokenLink } from '../../features/sign-in/broken-link.tsx';
import { Invitation } from '../../features/sign-in/invitation.tsx';
import { linkSecret } from '../../features/sign-in/link-secret.ts';
import { MailForm } from '../../features/sign-in/mail-form.tsx';
import { ResetPassword } from '../../features/sign-in/reset-password.tsx';
import { SignUp } from '../../features/sign-in/sign-up.tsx';
import { callApi } from '../../lib/api-client.ts';

/** Pages that a mail leads to, and those that ask for such a mail. */

export function ForgotPasswordPage() {
  return (
    <MailForm
      title="Forgot the password?"
      lead="Choose a new one through a link that is sent to your address."
      button="Send the link"
      send={(body) => callApi(signInRoutes.requestPasswordReset, { body })}
    />
  );
}

export function ResetPasswordPage() {
  const secret = useLinkSecret();
  return secret === undefined ? <BrokenLink /> : <ResetPassword secret={secret} />;
}

export function SignUpPage() {
  const secret = useLinkSecret();
  const goHome = useGoHome();
  if (secret !== undefined) return <SignUp secret={secret} onSignedIn={goHome} />;
  return (
    <MailForm
      title="Sign up"
      lead="Your address is confirmed first, through a link that is sent to it."
      button="Send the link"
      send={(body) => callApi(signInRoutes.requestSignUp, { body })}
    />
  );
}

export function InvitationPage() {
  const secret = useLinkSecret();
  const goHome = useGoHome();
  return secret === undefined ? <BrokenLink /> : <Invitation secret={secret} onAccepted={goHome} />;
}

function useLinkSecret(): string | undefined {
  return linkSecret(useLocation({ select: ({ hash }) => hash }));
}

function useGoHome(): () => void {
  const navigate = useNavigate();
  return () => void navigate({ to: '/' });
}
