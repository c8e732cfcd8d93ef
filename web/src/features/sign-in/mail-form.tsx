import { emailBodySchema } from '@shopwright/contract/schemas/sign-in';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { buttonClass } from '../../components/button.tsx';
import { NoticeBox } from '../../components/notice-box.tsx';
import { useForm } from '../../lib/use-form.ts';
import { EmailField } from './email-field.tsx';
import { PublicForm } from './public-form.tsx';
import { PublicFrame } from './public-frame.tsx';

export interface MailFormProps {
  title: string;
  lead: string;
  button: string;
  send: (body: { email: string }) => Promise<undefined>;
}

/** Asks for a link by mail. What it says afterwards is the same whether the address has an account or not. */
export function MailForm({ title, lead, button, send }: MailFormProps) {
  const [address, setAddress] = useState<string>();
  const form = useForm({
    initial: { email: '' },
    schema: emailBodySchema,
    send: (body) => send(body).then(() => body.email),
    onDone: setAddress,
  });
  return (
    <PublicFrame title={title} lead={lead}>
      {address === undefined ? (
        <PublicForm form={form} button={button}>
          <EmailField form={form} />
        </PublicForm>
      ) : (
        <NoticeBox tone="good">
          If {address} can be used for this, a mail with a link is on its way. It works once and for a limited time.
        </NoticeBox>
      )}
      <Link to="/sign-in" search={{}} className={`${buttonClass('quiet', 'small')} -ml-2.5`}>
        Back to signing in
      </Link>
    </PublicFrame>
  );
}
