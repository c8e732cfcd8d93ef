import { accountRoutes } from '@shopwright/contract/routes/account';
import { type AccountView, changeAccountBodySchema } from '@shopwright/contract/schemas/account';
import { Card } from '../../components/card.tsx';
import { FormField } from '../../components/form-field.tsx';
import { Submit } from '../../components/submit.tsx';
import { announce } from '../../lib/announcer.ts';
import { callApi } from '../../lib/api-client.ts';
import { reloadSession } from '../../lib/load-session.ts';
import { useForm } from '../../lib/use-form.ts';

export function ProfileCard({ account }: { account: AccountView }) {
  const form = useForm({
    initial: { name: account.name },
    schema: changeAccountBodySchema,
    send: (body) => callApi(accountRoutes.changeAccount, { body }).then(reloadSession),
    onDone: () => announce('Your name is changed'),
  });
  return (
    <Card title="Profile" aside={account.isOperator ? 'Operator of the platform' : undefined}>
      <form noValidate onSubmit={form.submit} className="space-y-5">
        <FormField form={form} name="name" label="Name" autoComplete="name" />
        <p>
          <span className="text-muted block text-xs">E-mail</span>
          <span className="break-all">{account.email}</span>
        </p>
        <Submit form={form} variant="secondary" disabled={form.values.name === account.name}>
          Save the name
        </Submit>
      </form>
    </Card>
  );
}
