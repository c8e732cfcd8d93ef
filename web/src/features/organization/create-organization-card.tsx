import { organizationRoutes } from '@shopwright/contract/routes/organization';
import { sessionRoutes } from '@shopwright/contract/routes/session';
import { organizationNameBodySchema } from '@shopwright/contract/schemas/organization';
import { Card } from '../../components/card.tsx';
import { FormField } from '../../components/form-field.tsx';
import { Submit } from '../../components/submit.tsx';
import { announce } from '../../lib/announcer.ts';
import { callApi } from '../../lib/api-client.ts';
import { changeOrganization } from '../../lib/switch-organization.ts';
import { useForm } from '../../lib/use-form.ts';

/** A new organization that one owns; the session acts in it afterwards. */
export function CreateOrganizationCard({ title }: { title: string }) {
  const form = useForm({
    initial: { name: '' },
    schema: organizationNameBodySchema,
    send: (body) =>
      changeOrganization(async () => {
        const { id } = await callApi(organizationRoutes.createOrganization, { body });
        await callApi(sessionRoutes.switchOrganization, { body: { organizationId: id } });
      }),
    onDone: () => announce('The organization is created'),
  });
  return (
    <Card title={title}>
      <form noValidate onSubmit={form.submit} className="space-y-5">
        <FormField form={form} name="name" label="Name" autoComplete="off" help="You own it, and act in it at once." />
        <Submit form={form} variant="secondary">
          Create the organization
        </Submit>
      </form>
    </Card>
  );
}
