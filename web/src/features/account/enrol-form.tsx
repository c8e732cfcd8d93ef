import {
  confirmTwoFactorBodySchema,
  type RecoveryCodes,
  type TwoFactorEnrolment,
} from '@shopwright/contract/schemas/two-factor';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { FormField } from '../../components/form-field.tsx';
import { Submit } from '../../components/submit.tsx';
import { useForm } from '../../lib/use-form.ts';
import { QrCode } from './qr-code.tsx';
import { confirmTwoFactor } from './two-factor-calls.ts';

export interface EnrolFormProps {
  enrolment: TwoFactorEnrolment;
  onDone: (codes: RecoveryCodes) => void;
  onCancel: () => void;
}

/** The secret as a picture and as text, and a first code that proves that the app has it. */
export function EnrolForm({ enrolment, onDone, onCancel }: EnrolFormProps) {
  const form = useForm({
    initial: { code: '' },
    schema: confirmTwoFactorBodySchema,
    send: confirmTwoFactor,
    onDone,
    fieldOfCode: { TWO_FACTOR_INVALID: 'code' },
  });
  return (
    <form noValidate onSubmit={form.submit} className="grid gap-6 sm:grid-cols-[auto_minmax(0,1fr)]">
      <QrCode text={enrolment.uri} label="QR code for your authenticator app" />
      <div className="space-y-5">
        <div className="leading-relaxed">
          <p>Scan the picture with an authenticator app, or type this secret into it:</p>
          <p className="mt-1 flex items-center gap-1">
            <code data-testid="totp-secret" className="font-mono text-[0.8125rem] break-all">
              {enrolment.secret}
            </code>
            <CopyButton what="the secret" text={enrolment.secret} />
          </p>
        </div>
        <FormField
          form={form}
          name="code"
          label="Code that the app shows now"
          inputMode="numeric"
          autoComplete="one-time-code"
          placeholder="123456"
          normalize={(text) => text.replaceAll(/\s/g, '')}
          className="tabular font-mono tracking-widest"
        />
        <div className="flex flex-wrap gap-2">
          <Submit form={form}>Turn on</Submit>
          <Button onClick={onCancel}>Cancel</Button>
        </div>
      </div>
    </form>
  );
}
