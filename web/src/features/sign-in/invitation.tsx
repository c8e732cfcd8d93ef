import { invitationsRoutes } from '@shopwright/contract/routes/invitations';
import { type ReceivedInvitation, acceptInvitationBodySchema } from '@shopwright/contract/schemas/invitation';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { InlineError, Skeleton } from '../../components/states.tsx';
import { callApi } from '../../lib/api-client.ts';
import { roleNames } from '../../lib/role-names.ts';
import { useSession } from '../../lib/session.ts';
import { RefusedLink } from './broken-link.tsx';
import { enter } from './enter.ts';
import { NewAccountForm } from './new-account-form.tsx';
import { PublicFrame } from './public-frame.tsx';
import { SignInSteps } from './sign-in-steps.tsx';

export interface InvitationProps {
  secret: string;
  onAccepted: () => void;
}

/** An invitation that was opened: accepted with the account that is signed in, or with a new one. */
export function Invitation({ secret, onAccepted }: InvitationProps) {
  const invitation = useQuery({
    queryKey: ['received-invitation', secret],
    queryFn: ({ signal }) => callApi(invitationsRoutes.readInvitation, { body: { secret }, signal }),
    retry: false,
  });
  const { data, error } = invitation;
  if (error !== null) return <RefusedLink error={error} />;
  if (data === undefined) return <Skeleton className="mx-auto mt-24 h-64 w-full max-w-sm" />;
  return (
    <PublicFrame
      title={`Join ${data.organizationName}`}
      lead={`${data.invitedBy} invites ${data.email} as ${roleNames[data.role].toLowerCase()}.`}
    >
      <Accepting invitation={data} secret={secret} onAccepted={onAccepted} />
    </PublicFrame>
  );
}

function Accepting({ invitation, secret, onAccepted }: InvitationProps & { invitation: ReceivedInvitation }) {
  const account = useSession()?.account ?? null;
  if (account !== null) return <AcceptButton secret={secret} email={account.email} onAccepted={onAccepted} />;
  if (invitation.accountExists) {
    return (
      <>
        <p className="text-muted leading-relaxed">Sign in with your account {invitation.email}, then accept.</p>
        <SignInSteps onSignedIn={() => undefined} />
      </>
    );
  }
  return (
    <NewAccountForm
      schema={acceptInvitationBodySchema}
      bodyOf={(newAccount) => ({ secret, newAccount })}
      send={(body) => callApi(invitationsRoutes.acceptInvitation, { body })}
      onDone={() => void enter().then(onAccepted)}
      button="Make the account and join"
    />
  );
}

function AcceptButton({ secret, email, onAccepted }: { secret: string; email: string; onAccepted: () => void }) {
  const accept = useMutation({
    mutationFn: () => callApi(invitationsRoutes.acceptInvitation, { body: { secret } }),
    onSuccess: () => void enter().then(onAccepted),
  });
  return (
    <>
      {accept.isError && <InlineError error={accept.error} />}
      <Button
        variant="primary"
        size="large"
        className="w-full"
        isBusy={accept.isPending}
        onClick={() => accept.mutate()}
      >
        Accept as {email}
      </Button>
    </>
  );
}
