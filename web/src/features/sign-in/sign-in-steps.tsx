import { type ReactNode, useState } from 'react';
import { enter } from './enter.ts';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';

export interface SignInStepsProps {
  /** A provider has taken the place of the password. */
  isPasswordRight?: boolean;
  onSignedIn: () => void;
  /** Other ways to sign in, below the password. */
  children?: ReactNode;
}

/** The password, then the second factor where the account has one. */
export function SignInSteps({ isPasswordRight: isFirstDone = false, onSignedIn, children }: SignInStepsProps) {
  const [isPasswordRight, setIsPasswordRight] = useState(isFirstDone);
  const proceed = (): void => void enter().then(onSignedIn);
  if (isPasswordRight) return <SecondFactorForm onDone={proceed} onBack={() => setIsPasswordRight(false)} />;
  return (
    <>
      <PasswordForm onDone={({ twoFactorRequired }) => (twoFactorRequired ? setIsPasswordRight(true) : proceed())} />
      {children}
    </>
  );
}
