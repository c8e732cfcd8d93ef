import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Logo } from '../../components/logo.tsx';
import { InlineError } from '../../components/states.tsx';
import { ApiError } from '../../lib/api-error.ts';
import { queryClient } from '../../lib/query-client.ts';
import { sessionEndReason } from '../../lib/session.ts';
import { signIn } from './sign-in.ts';

export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [token, setToken] = useState('');
  const attempt = useMutation({
    mutationFn: signIn,
    onSuccess: () => {
      queryClient.clear();
      onSignedIn();
    },
  });
  const isWrong = attempt.error instanceof ApiError && attempt.error.code === 'UNAUTHENTICATED';
  const reason = sessionEndReason();
  return (
    <div className="w-full max-w-sm">
      <Logo className="mb-6 size-11" />
      <h1 className="text-2xl font-semibold">Sign in to Shopwright</h1>
      <p className="text-muted mt-2 leading-relaxed">
        Use the operator’s token. On a local installation it is in{' '}
        <code className="font-mono text-[0.8125rem]">.local/admin.json</code>.
      </p>
      {reason !== null && attempt.isIdle && (
        <output className="bg-warn-soft text-warn mt-5 block rounded-lg px-3.5 py-2.5">{reason}</output>
      )}
      <form
        className="mt-6 space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          attempt.mutate(token.trim());
        }}
      >
        <Field
          label="Token"
          name="token"
          type="password"
          autoComplete="current-password"
          spellCheck={false}
          required
          value={token}
          onChange={(event) => setToken(event.target.value)}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only thing to do on this page
          autoFocus
          error={isWrong ? 'This token is not valid.' : undefined}
          help="Kept in this tab until you sign out or close it."
        />
        {attempt.isError && !isWrong && <InlineError error={attempt.error} />}
        <Button type="submit" variant="primary" size="large" className="w-full" isBusy={attempt.isPending}>
          Sign in
        </Button>
      </form>
    </div>
  );
}
