import { Dices } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { PasswordInput } from '../../components/password-input.tsx';
import { PasswordMeter } from '../../components/password-meter.tsx';
import { generatePassword } from '../../lib/password.ts';
import type { CreateForm } from './use-create-form.ts';

/** The administrator's password: left empty, typed, or generated and copied. */
export function PasswordField({ form }: { form: CreateForm }) {
  const [isShown, setIsShown] = useState(false);
  const { values, errors, change } = form;
  const password = values.adminPassword;
  const generate = (): void => {
    change({ adminPassword: generatePassword() });
    setIsShown(true);
  };
  return (
    <PasswordInput
      label="Password"
      name="adminPassword"
      autoComplete="new-password"
      placeholder="Generated; read it once when the shop is ready"
      value={password}
      onChange={(event) => change({ adminPassword: event.target.value })}
      error={errors.adminPassword}
      isShown={isShown}
      onShow={setIsShown}
      help={
        password === '' ? (
          'Left empty, a strong one is made in the cluster and never leaves it until you reveal it.'
        ) : (
          <PasswordMeter password={password} />
        )
      }
      trailing={
        <>
          <Button className="h-10!" onClick={generate}>
            <Dices aria-hidden /> <span className="max-sm:sr-only">Generate</span>
          </Button>
          {isShown && password !== '' && <CopyButton what="the password" text={password} />}
        </>
      }
    />
  );
}
