import { createdTokenSchema } from '@shopwright/contract/schemas/token';
import type { OrganizationRole } from '@shopwright/contract/permissions';
import type { AccountsApi } from './accounts-api.ts';
import type { Browser } from './browser.ts';

export const personPassword = 'saddle comet biscuit harbor';

export interface SignedInPerson {
  email: string;
  accountId: string;
  browser: Browser;
}

/** Invites somebody new into the inviter's organization, who accepts with a new account and is signed in there. */
export async function invitePerson(
  api: AccountsApi,
  inviter: Browser,
  person: { email: string; role: OrganizationRole },
): Promise<SignedInPerson> {
  const invited = await inviter.send('POST', '/api/organization/invitations', person);
  if (invited.statusCode !== 201) throw new Error(`not invited: ${invited.body}`);
  const secret = await api.mailedSecret(person.email);
  const browser = api.browser();
  const newAccount = { name: person.email.split('@')[0], password: personPassword };
  const accepted = await browser.send('POST', '/api/invitations/accept', { secret, newAccount });
  if (accepted.statusCode !== 200) throw new Error(`not accepted: ${accepted.body}`);
  return { email: person.email, accountId: accepted.json().account.id, browser };
}

/** A token of the browser's account; returns its secret and id. */
export async function createTestToken(browser: Browser, change: object = {}): Promise<{ secret: string; id: string }> {
  const response = await browser.send('POST', '/api/tokens', { name: 'Test', scope: 'write', ...change });
  const created = createdTokenSchema.parse(response.json());
  return { secret: created.secret, id: created.token.id };
}

/** The status of a request with a token. */
export async function statusWithToken(
  api: AccountsApi,
  secret: string,
  request: { method: 'GET' | 'POST' | 'DELETE'; url: string; payload?: object },
): Promise<number> {
  const response = await api.app.inject({ ...request, headers: { authorization: `Bearer ${secret}` } });
  return response.statusCode;
}
