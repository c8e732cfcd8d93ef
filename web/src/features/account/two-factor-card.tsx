import type { AccountView } from '@shopwright/contract/schemas/account';
import type { TwoFactorEnrolment } from '@shopwright/contract/schemas/two-factor';
import { ShieldCheck, ShieldOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { reloadSession } from '../../lib/load-session.ts';
import { EnrolForm } from './enrol-form.tsx';
import { PasswordProof } from './password-proof.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { disableTwoFactor, enrolTwoFactor, renewRecoveryCodes } from './two-factor-calls.ts';

/** What the card is doing; the secrets in it live no longer than it is on screen. */
type Stage =
  | { name: 'idle' | 'proving-on' | 'proving-off' | 'proving-codes' }
  | { name: 'enrolling'; enrolment: TwoFactorEnrolment }
  | { name: 'codes'; codes: readonly string[] };

export function TwoFactorCard({ account }: { account: AccountView }) {
  const [stage, setStage] = useState<Stage>({ name: 'idle' });
  const stop = (): void => setStage({ name: 'idle' });
  const showCodes = ({ recoveryCodes }: { recoveryCodes: readonly string[] }): void => {
    setStage({ name: 'codes', codes: recoveryCodes });
    void reloadSession();
  };
  const proof = { hasPassword: account.hasPassword, onCancel: stop };
  return (
    <Card title="Second factor" aside={account.twoFactorEnabled ? 'On' : 'Off'}>
      {stage.name === 'idle' && <Idle isOn={account.twoFactorEnabled} onStage={setStage} />}
      {stage.name === 'proving-on' && (
        <PasswordProof
          {...proof}
          send={enrolTwoFactor}
          onDone={(enrolment) => setStage({ name: 'enrolling', enrolment })}
          button="Go on"
        />
      )}
      {stage.name === 'enrolling' && <EnrolForm enrolment={stage.enrolment} onDone={showCodes} onCancel={stop} />}
      {stage.name === 'proving-codes' && (
        <PasswordProof {...proof} send={renewRecoveryCodes} onDone={showCodes} button="Make new recovery codes" />
      )}
      {stage.name === 'proving-off' && (
        <PasswordProof
          {...proof}
          send={disableTwoFactor}
          onDone={() => void reloadSession().then(stop)}
          button="Turn the second factor off"
        />
      )}
      {stage.name === 'codes' && <RecoveryCodes codes={stage.codes} onDone={stop} />}
    </Card>
  );
}

function Idle({ isOn, onStage }: { isOn: boolean; onStage: (stage: Stage) => void }) {
  const Icon = isOn ? ShieldCheck : ShieldOff;
  return (
    <div className="space-y-4">
      <p className="flex items-start gap-3 leading-relaxed">
        <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${isOn ? 'text-good' : 'text-muted'}`} />
        {isOn
          ? 'Signing in asks for a code of your authenticator app, or one of your recovery codes.'
          : 'A code of an authenticator app beside the password: whoever learns the password alone stays outside.'}
      </p>
      <div className="flex flex-wrap gap-2">
        {isOn ? (
          <>
            <Button onClick={() => onStage({ name: 'proving-codes' })}>New recovery codes</Button>
            <Button onClick={() => onStage({ name: 'proving-off' })}>Turn off</Button>
          </>
        ) : (
          <Button variant="primary" onClick={() => onStage({ name: 'proving-on' })}>
            Set up
          </Button>
        )}
      </div>
    </div>
  );
}
