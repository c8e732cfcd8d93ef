import type { OrganizationRole } from '@shopwright/contract/permissions';
import { signInWithApi } from '../support/sign-in.ts';
import type { WebPlatform } from '../support/web-platform.ts';
import { foundOrganization, invite, joinAs, type Person, secure, signUp } from './people.ts';
import { openPersonClient, type PersonClient } from './person-client.ts';
import { createStore, endOf } from './scene-stores.ts';

/** Everybody who visits the dashboard, but for the operator. */
export interface Visitors {
  /** Owns an organization with members and stores, and a second one. */
  owner: Person;
  /** Sees stores and changes none. */
  viewer: Person;
  /** Signs in with a second factor. */
  careful: Person;
  /** Owns an organization without a store. */
  founder: Person;
  /** Owns an organization whose quota is used up. */
  baker: Person;
  /** Is in no organization. */
  stranger: Person;
}

export interface Cast extends Visitors {
  operator: PersonClient;
  /** Secrets of invitations that nobody has accepted: to somebody without an account, and to the stranger. */
  invitations: { newcomer: string; stranger: string };
}

const person = (name: string, host: string) => ({
  name,
  email: `${(name.split(' ')[0] ?? name).toLowerCase()}@${host}`,
});

const smallQuota = { stores: 1, cpuMillis: 4000, memoryMib: 2048, storageGib: 3, createsPerHour: 10 };
const usualQuota = { stores: 25, cpuMillis: 120_000, memoryMib: 65_536, storageGib: 120, createsPerHour: 60 };

/** Makes all accounts and organizations, as people do. */
export async function gatherCast(platform: WebPlatform, slugEnding: string): Promise<Cast> {
  const operator = await openPersonClient(platform, { session: await signInWithApi(platform, platform.operator) });
  const setQuota = (organizationId: string, quota: typeof usualQuota) =>
    operator.send('PUT', `/api/organizations/${organizationId}/quota`, quota);

  const owner = await signUp(platform, person('Ada Moreau', 'harbour.example'));
  await foundOrganization(owner, 'Pop-up Market');
  await setQuota(await foundOrganization(owner, 'Harbour Street'), usualQuota);
  const join = (name: string, role: OrganizationRole) =>
    joinAs(platform, person(name, 'harbour.example'), { by: owner, role });
  const admin = await join('Ben Okafor', 'admin');
  const careful = await join('Chiara Ricci', 'member');
  await secure(careful);
  const viewer = await join('Dana Petrov', 'viewer');
  const newcomer = await invite(platform, owner, { email: 'kofi@harbour.example', role: 'member' });
  await invite(platform, admin, { email: 'accounting@ledger.example', role: 'viewer' });
  await createTokens(owner);
  await admin.client.close();

  const founder = await signUp(platform, person('Emil Larsen', 'larsen.example'));
  await setQuota(await foundOrganization(founder, 'Larsen Ceramics'), usualQuota);
  const baker = await signUp(platform, person('Farida Benali', 'bakery.example'));
  await setQuota(await foundOrganization(baker, 'Corner Bakery'), smallQuota);
  await endOf(baker.client, await createStore(baker.client, { name: 'Corner Bakery' }, slugEnding));
  const stranger = await joinAs(platform, person('Noor Haddad', 'example.com'), { by: owner, role: 'viewer' });
  await removeMember(owner, stranger);
  const invited = await invite(platform, owner, { email: stranger.email, role: 'admin' });
  await keepOut(operator, await signUp(platform, person('Mallory Finch', 'spam.example')));
  const invitations = { newcomer, stranger: invited };
  return { operator, owner, viewer, careful, founder, baker, stranger, invitations };
}

async function createTokens({ client }: Person): Promise<void> {
  const tokens = [
    { name: 'Nightly report', scope: 'read', expiresInDays: 365 },
    { name: 'Deploy pipeline', scope: 'write', expiresInDays: 90 },
  ];
  for (const token of tokens) await client.send('POST', '/api/tokens', token);
}

/** Whoever made the account by an invitation is in no organization afterwards. */
async function removeMember({ client }: Person, { email }: Person): Promise<void> {
  const { items } = await client.get<{ items: { accountId: string; email: string }[] }>('/api/organization/members');
  const member = items.find((one) => one.email === email);
  if (member === undefined) throw new Error(`${email} is no member`);
  await client.send('DELETE', `/api/organization/members/${member.accountId}`);
}

async function keepOut(operator: PersonClient, { email, client }: Person): Promise<void> {
  const { items } = await operator.get<{ items: { id: string }[] }>(
    `/api/accounts?search=${encodeURIComponent(email)}`,
  );
  for (const { id } of items) await operator.send('POST', `/api/accounts/${id}/disable`);
  await client.close();
}
