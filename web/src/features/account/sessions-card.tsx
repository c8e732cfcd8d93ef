import { accountRoutes } from '@shopwright/contract/routes/account';
import type { AccountSessionView } from '@shopwright/contract/schemas/account';
import { useQuery } from '@tanstack/react-query';
import { Monitor, Smartphone } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { ErrorState, Skeleton } from '../../components/states.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { sessionsQuery } from '../../lib/account-queries.ts';
import { callApi } from '../../lib/api-client.ts';
import { useAction } from '../../lib/use-action.ts';
import { describeBrowser } from './describe-browser.ts';

const changes = [sessionsQuery.queryKey];

/** Where the account is signed in, and an end to what nobody recognizes. */
export function SessionsCard() {
  const { data, error, refetch } = useQuery(sessionsQuery);
  const revokeOthers = useAction({
    run: () => callApi(accountRoutes.revokeOtherSessions),
    changes,
    done: 'All other sessions have ended',
  });
  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Card title="Sessions">
      {data === undefined && <Skeleton className="h-16 w-full" />}
      <ul className="divide-line divide-y">
        {data?.items.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {data !== undefined && data.items.length > 1 && (
        <Button className="mt-4" isBusy={revokeOthers.isPending} onClick={() => revokeOthers.mutate()}>
          End all other sessions
        </Button>
      )}
    </Card>
  );
}

function SessionRow({ session }: { session: AccountSessionView }) {
  const revoke = useAction({
    run: () => callApi(accountRoutes.revokeSession, { params: { id: session.id } }),
    changes,
    done: 'The session has ended',
  });
  const { name, isPhone } = describeBrowser(session.userAgent);
  const Icon = isPhone ? Smartphone : Monitor;
  return (
    <li className="flex items-center gap-3.5 py-3 first:pt-0 last:pb-0">
      <Icon aria-hidden className="text-muted size-4 shrink-0" />
      <div className="min-w-0 grow">
        <p>
          <span title={session.userAgent}>{name}</span>
          {session.isCurrent && <span className="text-good ml-2 text-[0.8125rem]">This session</span>}
        </p>
        <p className="text-muted text-[0.8125rem] break-words">
          {session.address}, signed in <TimeAgo at={session.createdAt} />, used <TimeAgo at={session.lastSeenAt} />
        </p>
      </div>
      {!session.isCurrent && (
        <Button size="small" isBusy={revoke.isPending} onClick={() => revoke.mutate()}>
          End
        </Button>
      )}
    </li>
  );
}
