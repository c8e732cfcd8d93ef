import { getRouteApi } from '@tanstack/react-router';
import { SignInView } from '../../features/sign-in/sign-in-view.tsx';
import { router } from '../../router.tsx';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { next, failure } = route.useSearch();
  return <SignInView next={next} failure={failure} onSignedIn={() => router.history.push(next ?? '/')} />;
}
