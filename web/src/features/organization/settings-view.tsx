import { organizationRoutes } from '@shopwright/contract/routes/organization';
import { organizationNameBodySchema } from '@shopwright/contract/schemas/organization';
import { useMutation } from '@tanstack/react-query';
import { Card } from '../../components/card.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { FormField } from '../../components/form-field.tsx';
import { Submit } from '../../components/submit.tsx';
import { announce } from '../../lib/announcer.ts';
import { callApi } from '../../lib/api-client.ts';
import { reloadSession } from '../../lib/load-session.ts';
import { useMay, useSession } from '../../lib/session.ts';
import { changeOrganization } from '../../lib/switch-organization.ts';
import { tellError } from '../../lib/use-action.ts';
import { useForm } from '../../lib/use-form.ts';
import { CreateOrganizationCard } from './create-organization-card.tsx';

export function SettingsView() {
  const may = useMay();
  const organization = useSession()?.organization;
  if (!organization) return null;
  return (
    <div className="max-w-4xl space-y-6">
      {may(organizationRoutes.renameOrganization.permission) && (
        <RenameCard key={organization.id} name={organization.name} />
      )}
      <CreateOrganizationCard title="Another organization" />
      {organization.role !== null && <LeaveCard name={organization.name} />}
    </div>
  );
}

function RenameCard({ name }: { name: string }) {
  const form = useForm({
    initial: { name },
    schema: organizationNameBodySchema,
    send: (body) => callApi(organizationRoutes.renameOrganization, { body }).then(reloadSession),
    onDone: () => announce('The organization is renamed'),
  });
  return (
    <Card title="Name">
      <form noValidate onSubmit={form.submit} className="space-y-5">
        <FormField form={form} name="name" label="Name of the organization" autoComplete="off" />
        <Submit form={form} variant="secondary" disabled={form.values.name === name}>
          Save the name
        </Submit>
      </form>
    </Card>
  );
}

function LeaveCard({ name }: { name: string }) {
  const leave = useMutation({
    mutationFn: () => changeOrganization(() => callApi(organizationRoutes.leaveOrganization)),
    onError: tellError,
  });
  return (
    <Card title="Leave">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="text-muted">Its stores stay; you no longer reach them.</p>
        <ConfirmButton
          isBusy={leave.isPending}
          title={`Leave “${name}”?`}
          explanation="Somebody must invite you to come back. Tokens that you created for it stop working."
          confirm="Leave"
          onConfirm={() => leave.mutate()}
        >
          Leave the organization
        </ConfirmButton>
      </div>
    </Card>
  );
}
