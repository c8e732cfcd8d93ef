import { signInRoutes } from '@shopwright/contract/routes/sign-in';
import type { SignInOptions } from '@shopwright/contract/schemas/sign-in';
import { useMutation } from '@tanstack/react-query';
import { LogIn } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { InlineError } from '../../components/states.tsx';
import { callApi } from '../../lib/api-client.ts';

export interface ProviderButtonsProps {
  providers: SignInOptions['providers'];
  next: string | undefined;
}

/** One button per OpenID Connect provider; nothing where there is none. */
export function ProviderButtons({ providers, next }: ProviderButtonsProps) {
  const start = useMutation({
    mutationFn: (provider: string) =>
      callApi(signInRoutes.startProvider, {
        params: { provider },
        body: next === undefined ? {} : { returnTo: next },
      }),
    onSuccess: ({ url }) => location.assign(url),
  });
  if (providers.length === 0) return null;
  return (
    <div className="space-y-3">
      <p className="text-muted before:bg-line after:bg-line flex items-center gap-3 text-[0.8125rem] before:h-px before:grow after:h-px after:grow">
        or
      </p>
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          size="large"
          className="w-full"
          // The browser is leaving: what has begun stays busy.
          isBusy={!start.isError && start.variables === id}
          onClick={() => start.mutate(id)}
        >
          <LogIn aria-hidden /> Continue with {name}
        </Button>
      ))}
      {start.isError && <InlineError error={start.error} />}
    </div>
  );
}
