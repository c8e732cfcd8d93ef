import { Dices, Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Field } from '../../components/field.tsx';
import { generatePassword } from '../../lib/password.ts';
import { PasswordMeter } from './password-meter.tsx';
import type { CreateForm } from './use-create-form.ts';

/** The shop's administrator and where it sells; all of it may be left empty. */
export function AdminFields({ form }: { form: CreateForm }) {
  const { values, errors, change } = form;
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label="Administrator"
          name="adminUsername"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="owner"
          value={values.adminUsername}
          onChange={(event) => change({ adminUsername: event.target.value })}
          error={errors.adminUsername}
        />
        <Field
          label="E-mail"
          name="adminEmail"
          type="email"
          autoComplete="off"
          placeholder="At the shop’s own host"
          value={values.adminEmail}
          onChange={(event) => change({ adminEmail: event.target.value })}
          error={errors.adminEmail}
        />
      </div>
      <PasswordField form={form} />
      <div className="grid grid-cols-2 gap-5">
        <Field
          label="Currency"
          name="currency"
          autoComplete="off"
          placeholder="USD"
          maxLength={3}
          value={values.currency}
          onChange={(event) => change({ currency: event.target.value.toUpperCase() })}
          error={errors.currency}
        />
        <Field
          label="Country"
          name="country"
          autoComplete="off"
          placeholder="US"
          maxLength={2}
          value={values.country}
          onChange={(event) => change({ country: event.target.value.toUpperCase() })}
          error={errors.country}
        />
      </div>
    </>
  );
}

function PasswordField({ form }: { form: CreateForm }) {
  const [isShown, setIsShown] = useState(false);
  const { values, errors, change } = form;
  const Icon = isShown ? EyeOff : Eye;
  return (
    <Field
      label="Password"
      name="adminPassword"
      type={isShown ? 'text' : 'password'}
      autoComplete="new-password"
      spellCheck={false}
      placeholder="Generated; read it once when the shop is ready"
      value={values.adminPassword}
      onChange={(event) => change({ adminPassword: event.target.value })}
      error={errors.adminPassword}
      className={isShown ? 'font-mono' : ''}
      help={
        values.adminPassword === '' ? (
          'Left empty, a strong one is made in the cluster and never leaves it until you reveal it.'
        ) : (
          <PasswordMeter password={values.adminPassword} />
        )
      }
      trailing={
        <>
          <IconButton
            variant="secondary"
            className="h-10! w-10!"
            label={isShown ? 'Hide the password' : 'Show the password'}
            onClick={() => setIsShown(!isShown)}
          >
            <Icon aria-hidden />
          </IconButton>
          <Button
            className="h-10!"
            onClick={() => {
              change({ adminPassword: generatePassword() });
              setIsShown(true);
            }}
          >
            <Dices aria-hidden /> <span className="max-sm:sr-only">Generate</span>
          </Button>
          {isShown && values.adminPassword !== '' && <CopyButton what="the password" text={values.adminPassword} />}
        </>
      }
    />
  );
}
