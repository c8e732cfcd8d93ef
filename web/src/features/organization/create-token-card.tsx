import { type TokenScope, tokenScopes } from '@shopwright/contract/permissions';
import { tokensRoutes } from '@shopwright/contract/routes/tokens';
import { type CreatedToken, createTokenBodySchema } from '@shopwright/contract/schemas/token';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Card } from '../../components/card.tsx';
import { FormField } from '../../components/form-field.tsx';
import { LabelledSelect } from '../../components/select.tsx';
import { Submit } from '../../components/submit.tsx';
import { tokensQuery } from '../../lib/account-queries.ts';
import { callApi } from '../../lib/api-client.ts';
import { storeListQuery } from '../../lib/queries.ts';
import { scopeNames } from '../../lib/scope-names.ts';
import { useSession } from '../../lib/session.ts';
import { type Form, useForm } from '../../lib/use-form.ts';

interface TokenValues {
  name: string;
  scope: TokenScope;
  storeId: string;
  days: '7' | '30' | '90' | '365';
}

const initial: TokenValues = { name: '', scope: 'read', storeId: '', days: '90' };

const dayOptions = (['7', '30', '90', '365'] as const).map((value) => ({ value, label: `${value} days` }));

export function CreateTokenCard({ onCreated }: { onCreated: (created: CreatedToken) => void }) {
  const client = useQueryClient();
  const form = useForm({
    initial,
    schema: createTokenBodySchema,
    bodyOf: ({ name, scope, storeId, days }) => ({
      name,
      scope,
      ...(storeId !== '' && { storeId }),
      expiresInDays: Number(days),
    }),
    send: (body) => callApi(tokensRoutes.createToken, { body }),
    onDone: (created) => {
      onCreated(created);
      void client.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
  });
  return (
    <Card title="Create a token">
      <form noValidate onSubmit={form.submit} className="space-y-5">
        <FormField form={form} name="name" label="Name" autoComplete="off" placeholder="Nightly report" />
        <TokenReach form={form} />
        <Submit form={form}>Create the token</Submit>
      </form>
    </Card>
  );
}

/** What it may do, where, and for how long. */
function TokenReach({ form }: { form: Form<TokenValues> }) {
  const { data: stores = [] } = useQuery(storeListQuery({ deleted: false }));
  const isOperator = useSession()?.isOperator ?? false;
  const scopes = tokenScopes.filter((scope) => scope !== 'platform' || isOperator);
  const storeOptions = stores.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="grid gap-5 sm:grid-cols-3">
      <LabelledSelect
        label="May"
        value={form.values.scope}
        options={scopes.map((value) => ({ value, label: scopeNames[value] }))}
        onChoose={(scope) => form.change({ scope })}
      />
      <LabelledSelect
        label="Reaches"
        value={form.values.storeId}
        options={[{ value: '', label: 'Every store' }, ...storeOptions]}
        onChoose={(storeId) => form.change({ storeId })}
      />
      <LabelledSelect
        label="Works for"
        value={form.values.days}
        options={dayOptions}
        onChoose={(days) => form.change({ days })}
      />
    </div>
  );
}
