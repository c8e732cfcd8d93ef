import type { OrganizationRole } from '@shopwright/contract/permissions';
import { invitationsRoutes } from '@shopwright/contract/routes/invitations';
import { inviteBodySchema } from '@shopwright/contract/schemas/invitation';
import { useQueryClient } from '@tanstack/react-query';
import { Card } from '../../components/card.tsx';
import { FormField } from '../../components/form-field.tsx';
import { LabelledSelect } from '../../components/select.tsx';
import { Submit } from '../../components/submit.tsx';
import { invitationsQuery } from '../../lib/account-queries.ts';
import { notify } from '../../lib/announcer.ts';
import { callApi } from '../../lib/api-client.ts';
import { rolesUpTo } from '../../lib/roles.ts';
import { useSession } from '../../lib/session.ts';
import { useForm } from '../../lib/use-form.ts';

const initial: { email: string; role: OrganizationRole } = { email: '', role: 'member' };

export function InviteCard() {
  const client = useQueryClient();
  const role = useSession()?.role ?? null;
  const form = useForm({
    initial,
    schema: inviteBodySchema,
    send: (body) => callApi(invitationsRoutes.invite, { body }),
    onDone: ({ email }) => {
      notify({ tone: 'good', text: `${email} is invited; the link is on its way by mail.` });
      form.change({ email: '' });
      void client.invalidateQueries({ queryKey: invitationsQuery.queryKey });
    },
    fieldOfCode: { ALREADY_MEMBER: 'email' },
  });
  return (
    <Card title="Invite somebody">
      <form noValidate onSubmit={form.submit} className="flex flex-wrap items-start gap-3">
        <div className="min-w-60 grow">
          <FormField form={form} name="email" label="E-mail" type="email" autoComplete="off" autoCapitalize="none" />
        </div>
        <LabelledSelect
          label="Role"
          value={form.values.role}
          options={rolesUpTo(role)}
          onChoose={(chosen) => form.change({ role: chosen })}
        />
        <div className="sm:mt-6.5">
          <Submit form={form} className="h-10">
            Invite
          </Submit>
        </div>
      </form>
    </Card>
  );
}
