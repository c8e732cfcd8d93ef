import type { Logger } from '@shopwright/runtime';
import { createTransport } from 'nodemailer';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
}

export interface Mailer {
  /** Hands a mail over to be sent. Never throws and never waits: what is answered must not depend on who gets mail. */
  send(mail: Mail): void;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

export interface MailerOptions {
  /** Address of the server, e.g. smtps://user:password@mail.example.com. */
  smtpUrl?: string | undefined;
  from: string;
  /** Writes mails, with the secrets in them, into the log instead: only for an installation on one's own machine. */
  isLogged: boolean;
  logger: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Sends mail through SMTP. Without a server mails are lost, and the log says so; never what is in them. */
export function createMailer({ smtpUrl, from, isLogged, logger }: MailerOptions): Mailer {
  const transport = smtpUrl === undefined ? undefined : createTransport(smtpUrl, { from });
  const sending = new Set<Promise<unknown>>();
  const deliver = async (mail: Mail): Promise<void> => {
    if (transport !== undefined) {
      await transport.sendMail({ ...mail, disableFileAccess: true, disableUrlAccess: true });
    } else if (isLogged) {
      logger.info({ mail }, 'LOCAL MODE: this mail is only written here, no mail server is configured');
    } else {
      logger.warn({ subject: mail.subject }, 'a mail is lost: SMTP_URL is not set');
    }
  };
  return {
    send: (mail) => {
      const sent = deliver(mail).catch((error: unknown) => {
        logger.error({ err: error, subject: mail.subject }, 'a mail could not be sent');
      });
      sending.add(sent);
      void sent.finally(() => sending.delete(sent));
    },
    close: async () => {
      await Promise.all(sending);
      transport?.close();
    },
  };
}
