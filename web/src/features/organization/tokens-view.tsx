import type { CreatedToken, TokenView } from '@shopwright/contract/schemas/token';
import { tokensRoutes } from '@shopwright/contract/routes/tokens';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Card } from '../../components/card.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { SecretOnce } from '../../components/secret-once.tsx';
import { ErrorState, Skeleton } from '../../components/states.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { tokensQuery } from '../../lib/account-queries.ts';
import { callApi } from '../../lib/api-client.ts';
import { formatDate, plural } from '../../lib/format.ts';
import { scopeNames } from '../../lib/scope-names.ts';
import { useAction } from '../../lib/use-action.ts';
import { CreateTokenCard } from './create-token-card.tsx';

/** API tokens: made, shown once, seen at work, revoked. */
export function TokensView() {
  const [created, setCreated] = useState<CreatedToken>();
  return (
    <div className="max-w-4xl space-y-6">
      {created ? (
        <Card title={`“${created.token.name}” is created`}>
          <SecretOnce what="the token" secret={created.secret}>
            Copy it now: it is not shown again. Send it as{' '}
            <code className="font-mono text-xs">Authorization: Bearer</code>.
          </SecretOnce>
        </Card>
      ) : (
        <CreateTokenCard onCreated={setCreated} />
      )}
      <TokensCard />
    </div>
  );
}

function TokensCard() {
  const { data, error, refetch } = useQuery(tokensQuery);
  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Card title="Tokens" aside={data && plural(data.items.length, 'token')}>
      {data === undefined && <Skeleton className="h-24 w-full" />}
      {data?.items.length === 0 && (
        <p className="text-muted">None yet. Programs and pipelines use tokens; people sign in.</p>
      )}
      <ul className="divide-line divide-y">
        {data?.items.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </ul>
    </Card>
  );
}

function TokenRow({ token }: { token: TokenView }) {
  const revoke = useAction({
    run: () => callApi(tokensRoutes.revokeToken, { params: { id: token.id } }),
    changes: [tokensQuery.queryKey],
    done: `The token ${token.name} is revoked`,
  });
  return (
    <li className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-48 grow">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-medium break-words">{token.name}</span>
          <code className="text-muted font-mono text-xs">{token.prefix}…</code>
        </p>
        <p className="text-muted text-[0.8125rem]">
          {scopeNames[token.scope]}
          {token.storeId !== null && `, store ${token.storeId}`}, by {token.account.name}. <Expiry token={token} />
          {token.lastUsedAt === null ? ' Never used.' : ' Used '}
          {token.lastUsedAt !== null && <TimeAgo at={token.lastUsedAt} />}
        </p>
      </div>
      <ConfirmButton
        size="small"
        isBusy={revoke.isPending}
        aria-label={`Revoke ${token.name}`}
        title={`Revoke “${token.name}”?`}
        explanation="It stops working at once, for whatever uses it."
        confirm="Revoke"
        onConfirm={() => revoke.mutate()}
      >
        Revoke
      </ConfirmButton>
    </li>
  );
}

function Expiry({ token }: { token: TokenView }) {
  if (token.isExpired) return <span className="text-warn">Expired.</span>;
  return token.expiresAt === null ? 'Does not expire.' : `Until ${formatDate(token.expiresAt)}.`;
}
