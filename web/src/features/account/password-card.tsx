import { accountRoutes } from '@shopwright/contract/routes/account';
import { type AccountView, changePasswordBodySchema } from '@shopwright/contract/schemas/account';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { ChosenPassword } from '../../components/chosen-password.tsx';
import { FormPassword } from '../../components/form-field.tsx';
import { Submit } from '../../components/submit.tsx';
import { sessionsQuery } from '../../lib/account-queries.ts';
import { notify } from '../../lib/announcer.ts';
import { callApi } from '../../lib/api-client.ts';
import { reloadSession } from '../../lib/load-session.ts';
import { useForm } from '../../lib/use-form.ts';

export function PasswordCard({ account }: { account: AccountView }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card title="Password">
      {isOpen ? (
        <PasswordForm hasPassword={account.hasPassword} onClose={() => setIsOpen(false)} />
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-4">
          <p className="text-muted">
            {account.hasPassword ? 'Changing it ends every other session.' : 'You sign in through a provider only.'}
          </p>
          <Button onClick={() => setIsOpen(true)}>
            {account.hasPassword ? 'Change the password' : 'Set a password'}
          </Button>
        </div>
      )}
    </Card>
  );
}

function PasswordForm({ hasPassword, onClose }: { hasPassword: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const form = useForm({
    initial: { currentPassword: '', newPassword: '' },
    schema: changePasswordBodySchema,
    bodyOf: ({ currentPassword, newPassword }) => (hasPassword ? { currentPassword, newPassword } : { newPassword }),
    send: (body) => callApi(accountRoutes.changePassword, { body }).then(reloadSession),
    onDone: () => {
      notify({ tone: 'good', text: 'The new password is set; every other session has ended.' });
      void client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
      onClose();
    },
    fieldOfCode: { PASSWORD_TOO_WEAK: 'newPassword', PASSWORD_WRONG: 'currentPassword' },
  });
  return (
    <form noValidate onSubmit={form.submit} className="space-y-5">
      {hasPassword && (
        <FormPassword form={form} name="currentPassword" label="Current password" autoComplete="current-password" />
      )}
      <ChosenPassword form={form} name="newPassword" label="New password" />
      <div className="flex flex-wrap gap-2">
        <Submit form={form}>Set the password</Submit>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
