import { getRouteApi } from '@tanstack/react-router';
import { usePageTitle } from '../components/page.tsx';
import { SignInForm } from '../features/sign-in/sign-in-form.tsx';
import { router } from '../router.tsx';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { next } = route.useSearch();
  usePageTitle('Sign in');
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <SignInForm onSignedIn={() => router.history.push(next ?? '/')} />
    </main>
  );
}
