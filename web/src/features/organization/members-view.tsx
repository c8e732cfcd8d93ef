import { invitationsRoutes } from '@shopwright/contract/routes/invitations';
import { useMay } from '../../lib/session.ts';
import { InvitationsCard } from './invitations-card.tsx';
import { InviteCard } from './invite-card.tsx';
import { MembersCard } from './members-card.tsx';

/** Who belongs to the organization, and who is invited. */
export function MembersView() {
  const may = useMay();
  return (
    <div className="max-w-4xl space-y-6">
      {may(invitationsRoutes.invite.permission) && <InviteCard />}
      <MembersCard />
      {may(invitationsRoutes.listInvitations.permission) && <InvitationsCard />}
    </div>
  );
}
