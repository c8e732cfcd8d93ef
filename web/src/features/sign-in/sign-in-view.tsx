import { errorRegistry } from '@shopwright/contract/errors';
import { signInRoutes } from '@shopwright/contract/routes/sign-in';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { NoticeBox } from '../../components/notice-box.tsx';
import { callApi } from '../../lib/api-client.ts';
import { sessionEndReason } from '../../lib/session.ts';
import { ProviderButtons } from './provider-buttons.tsx';
import { PublicFrame } from './public-frame.tsx';
import type { SignInSearch } from './search.ts';
import { SignInSteps } from './sign-in-steps.tsx';

export interface SignInViewProps {
  search: SignInSearch;
  onSignedIn: () => void;
}

/** Password, second factor where the account has one, or a provider. */
export function SignInView({ search, onSignedIn }: SignInViewProps) {
  const { next, problem, step } = search;
  const reason = sessionEndReason();
  return (
    <PublicFrame title="Sign in to Shopwright">
      {reason !== null && <NoticeBox>{reason}</NoticeBox>}
      {problem !== undefined && (
        <NoticeBox>
          {errorRegistry[problem].title}. {errorRegistry[problem].hint}
        </NoticeBox>
      )}
      <SignInSteps isPasswordRight={step === 'two-factor'} onSignedIn={onSignedIn}>
        <OtherWays next={next} />
      </SignInSteps>
    </PublicFrame>
  );
}

function OtherWays({ next }: { next: string | undefined }) {
  const { data: options } = useQuery({
    queryKey: ['sign-in-options'],
    queryFn: ({ signal }) => callApi(signInRoutes.getSignInOptions, { signal }),
  });
  if (options === undefined) return null;
  return (
    <>
      <ProviderButtons providers={options.providers} next={next} />
      {options.signUp === 'open' && (
        <p className="text-muted text-center">
          New here?{' '}
          <Link to="/sign-up" className="text-ink rounded font-medium underline underline-offset-3">
            Sign up
          </Link>
        </p>
      )}
    </>
  );
}
