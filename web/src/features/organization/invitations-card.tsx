import { invitationsRoutes } from '@shopwright/contract/routes/invitations';
import type { InvitationView } from '@shopwright/contract/schemas/invitation';
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { InlineError } from '../../components/states.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { invitationsQuery } from '../../lib/account-queries.ts';
import { callApi } from '../../lib/api-client.ts';
import { formatDate } from '../../lib/format.ts';
import { roleNames } from '../../lib/role-names.ts';
import { useAction } from '../../lib/use-action.ts';

/** Invitations that nobody has accepted yet. */
export function InvitationsCard() {
  const { data, error } = useQuery(invitationsQuery);
  if (data?.items.length === 0) return null;
  return (
    <Card title="Invited">
      {error !== null && <InlineError error={error} />}
      <ul className="divide-line divide-y">
        {data?.items.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Card>
  );
}

function InvitationRow({ invitation }: { invitation: InvitationView }) {
  const { id, email, role, invitedBy, createdAt, expiresAt, isExpired } = invitation;
  const revoke = useAction({
    run: () => callApi(invitationsRoutes.revokeInvitation, { params: { id } }),
    changes: [invitationsQuery.queryKey],
    done: `The invitation of ${email} is taken back`,
  });
  return (
    <li className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-40 grow">
        <p className="break-all">
          {email}, <span className="text-muted">{roleNames[role].toLowerCase()}</span>
        </p>
        <p className="text-muted text-[0.8125rem]">
          by {invitedBy} <TimeAgo at={createdAt} />,{' '}
          {isExpired ? <span className="text-warn">expired</span> : `until ${formatDate(expiresAt)}`}
        </p>
      </div>
      <Button
        size="small"
        variant="quiet"
        isBusy={revoke.isPending}
        aria-label={`Take back the invitation of ${email}`}
        onClick={() => revoke.mutate()}
      >
        Take back
      </Button>
    </li>
  );
}
