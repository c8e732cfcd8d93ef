import type { OrganizationRole } from '@shopwright/contract/permissions';
import { invitationsRoutes } from '@shopwright/contract/routes/invitations';
import { inviteBodySchema } from '@shopwright/contract/schemas/invitation';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { FormField } from '../../components/form-field.tsx';
import { LabelledSelect } from '../../components/select.tsx';
import { InlineError } from '../../components/states.tsx';
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
        <div className="flex items-end gap-3">
          <LabelledSelect
            label="Role"
            value={form.values.role}
            options={rolesUpTo(role)}
            onChoose={(chosen) => form.change({ role: chosen })}
          />
          <Button type="submit" variant="primary" className="h-10" isBusy={form.isPending}>
            Invite
          </Button>
        </div>
        {form.failure !== null && <InlineError error={form.failure} />}
      </form>
    </Card>
  );
}
