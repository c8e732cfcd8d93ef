import { getRouteApi } from '@tanstack/react-router';
import { SignInView } from '../../features/sign-in/sign-in-view.tsx';
import { router } from '../../router.tsx';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const search = route.useSearch();
  return <SignInView search={search} onSignedIn={() => router.history.push(search.next ?? '/')} />;
}
