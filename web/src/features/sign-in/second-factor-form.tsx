import { signInRoutes } from '@shopwright/contract/routes/sign-in';
import { signInTwoFactorBodySchema } from '@shopwright/contract/schemas/sign-in';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FormField } from '../../components/form-field.tsx';
import { callApi } from '../../lib/api-client.ts';
import { useForm } from '../../lib/use-form.ts';
import { PublicForm } from './public-form.tsx';

const [codeSchema, recoverySchema] = signInTwoFactorBodySchema.options;

export interface SecondFactorFormProps {
  onDone: () => void;
  onBack: () => void;
}

export function SecondFactorForm({ onDone, onBack }: SecondFactorFormProps) {
  const [isRecovery, setIsRecovery] = useState(false);
  return (
    <>
      <p className="text-muted leading-relaxed">
        {isRecovery ? 'Type one of the codes that you kept.' : 'Type the code that your authenticator app shows now.'}
      </p>
      {isRecovery ? <RecoveryForm onDone={onDone} /> : <CodeForm onDone={onDone} />}
      <div className="flex flex-wrap justify-between gap-2">
        <Button variant="quiet" size="small" className="-ml-2.5" onClick={onBack}>
          Back
        </Button>
        <Button variant="quiet" size="small" className="-mr-2.5" onClick={() => setIsRecovery(!isRecovery)}>
          {isRecovery ? 'Use the authenticator app' : 'Use a recovery code'}
        </Button>
      </div>
    </>
  );
}

function CodeForm({ onDone }: { onDone: () => void }) {
  const form = useForm({
    initial: { code: '' },
    schema: codeSchema,
    send: (body) => callApi(signInRoutes.signInTwoFactor, { body }),
    onDone,
    fieldOfCode: { TWO_FACTOR_INVALID: 'code' },
  });
  return (
    <PublicForm form={form} button="Sign in">
      <FormField
        form={form}
        name="code"
        label="Code"
        inputMode="numeric"
        autoComplete="one-time-code"
        placeholder="123456"
        normalize={withoutSpaces}
        className="tabular font-mono tracking-widest"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only thing to do on this page
        autoFocus
      />
    </PublicForm>
  );
}

function RecoveryForm({ onDone }: { onDone: () => void }) {
  const form = useForm({
    initial: { recoveryCode: '' },
    schema: recoverySchema,
    send: (body) => callApi(signInRoutes.signInTwoFactor, { body }),
    onDone,
    fieldOfCode: { TWO_FACTOR_INVALID: 'recoveryCode' },
  });
  return (
    <PublicForm form={form} button="Sign in">
      <FormField
        form={form}
        name="recoveryCode"
        label="Recovery code"
        autoComplete="off"
        autoCapitalize="none"
        placeholder="abcde-fgh23"
        help="Each works once."
        normalize={(text) => withoutSpaces(text).toLowerCase()}
        className="font-mono"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only thing to do on this page
        autoFocus
      />
    </PublicForm>
  );
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, '');
}
