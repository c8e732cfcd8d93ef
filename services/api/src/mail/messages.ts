import type { Mail } from './mailer.ts';

/** Mails carry their secret behind `#`, which browsers never send: it is in no log of a server or proxy. */
function link(publicUrl: string, path: string, secret: string): string {
  return `${new URL(path, publicUrl).toString()}#${secret}`;
}

function mail(to: string, subject: string, lines: readonly string[]): Mail {
  return { to, subject, text: `${lines.join('\n\n')}\n` };
}

export interface LinkMail {
  to: string;
  publicUrl: string;
  secret: string;
}

export function signUpMail({ to, publicUrl, secret }: LinkMail): Mail {
  return mail(to, 'Your Shopwright account', [
    'Make your account here, within an hour:',
    link(publicUrl, '/sign-up', secret),
    'If you did not ask for it, do nothing.',
  ]);
}

export function alreadySignedUpMail({ to, publicUrl }: Omit<LinkMail, 'secret'>): Mail {
  return mail(to, 'Your Shopwright account', [
    'Somebody asked to sign up with this address, which has an account already. Sign in here:',
    new URL('/sign-in', publicUrl).toString(),
    'A forgotten password is replaced there too. If it was not you, do nothing.',
  ]);
}

export function passwordResetMail({ to, publicUrl, secret }: LinkMail): Mail {
  return mail(to, 'A new password for Shopwright', [
    'Choose a new password here, within an hour:',
    link(publicUrl, '/password-reset', secret),
    'If you did not ask for it, do nothing: your password stays as it is.',
  ]);
}

export interface InvitationMail extends LinkMail {
  organizationName: string;
  invitedBy: string;
  role: string;
}

export function invitationMail({ to, publicUrl, secret, organizationName, invitedBy, role }: InvitationMail): Mail {
  return mail(to, `Invitation to ${organizationName} on Shopwright`, [
    `${invitedBy} invites you to ${organizationName} as ${role}. Accept within 7 days:`,
    link(publicUrl, '/invitation', secret),
    'If you do not know what this is about, do nothing.',
  ]);
}

export function passwordChangedMail(to: string): Mail {
  return mail(to, 'Your Shopwright password was changed', [
    'The password of your account was changed, and its other sessions were ended.',
    'If it was not you, ask for a new password now and tell the operator.',
  ]);
}
