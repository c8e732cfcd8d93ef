import { randomBase32 } from '@shopwright/contract/ids';
import type { OrganizationRole } from '@shopwright/contract/permissions';
import { Secret, TOTP } from 'otpauth';
import { mailSentBy } from '../support/mails.ts';
import type { Credentials } from '../support/sign-in.ts';
import type { WebPlatform } from '../support/web-platform.ts';
import { openPersonClient, type PersonClient } from './person-client.ts';

export interface Person extends Credentials {
  name: string;
  client: PersonClient;
}

export interface Named {
  name: string;
  email: string;
}

/** Makes an account as somebody does who was told of the platform: by the link of a mail. In no organization yet. */
export async function signUp(platform: WebPlatform, { name, email }: Named): Promise<Person> {
  const client = await openPersonClient(platform);
  const secret = await mailedSecret(platform, email, () => client.send('POST', '/api/auth/sign-up', { email }));
  const password = randomBase32(20);
  await client.send('POST', '/api/auth/sign-up/complete', { secret, name, password });
  return { name, email, password, client };
}

/** Makes an account by accepting the invitation of somebody else. */
export async function joinAs(
  platform: WebPlatform,
  { name, email }: Named,
  invitation: { by: Person; role: OrganizationRole },
): Promise<Person> {
  const { by, role } = invitation;
  const client = await openPersonClient(platform);
  const secret = await invite(platform, by, { email, role });
  const password = randomBase32(20);
  await client.send('POST', '/api/invitations/accept', { secret, newAccount: { name, password } });
  return { name, email, password, client };
}

/** Sends an invitation and returns the secret of its link. */
export function invite(
  platform: WebPlatform,
  by: Person,
  invitation: { email: string; role: OrganizationRole },
): Promise<string> {
  return mailedSecret(platform, invitation.email, () =>
    by.client.send('POST', '/api/organization/invitations', invitation),
  );
}

/** What stands behind `#` in the link of the mail that is sent meanwhile. */
export async function mailedSecret(platform: WebPlatform, to: string, send: () => Promise<unknown>): Promise<string> {
  const path = await mailSentBy(platform, to, send);
  return path.slice(path.indexOf('#') + 1);
}

/** An organization that the person owns and acts in from now on. Returns its id. */
export async function foundOrganization({ client }: Person, name: string): Promise<string> {
  const { id } = await client.send<{ id: string }>('POST', '/api/organizations', { name });
  await client.send('PUT', '/api/session/organization', { organizationId: id });
  return id;
}

/** Turns the second factor of a person on. */
export async function secure({ client, password }: Person): Promise<void> {
  const { secret } = await client.send<{ secret: string }>('POST', '/api/account/two-factor', { password });
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await client.send('POST', '/api/account/two-factor/confirm', { code });
}
