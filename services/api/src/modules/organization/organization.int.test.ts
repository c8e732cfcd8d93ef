import type { OrganizationRole } from '@shopwright/contract/permissions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccountsApi, type AccountsApi } from '../../testing/accounts-api.ts';
import type { Browser } from '../../testing/browser.ts';
import { createTestToken, invitePerson, statusWithToken, type SignedInPerson } from '../../testing/people.ts';

let api: AccountsApi;
let operator: Browser;
let count = 0;
beforeAll(async () => {
  api = await createAccountsApi();
  operator = await api.operator();
});
afterAll(() => api.close());

/** A new organization with one owner, and more people on request. */
async function organizationWith(...roles: OrganizationRole[]): Promise<SignedInPerson[]> {
  const name = `Company ${++count}`;
  await operator.send('POST', '/api/organizations', { name });
  const people = [];
  for (const role of roles)
    people.push(await invitePerson(api, operator, { email: `${role}.${++count}@example.com`, role }));
  return people;
}

const membersUrl = '/api/organization/members';

describe('organizations', () => {
  it('belong to who creates them, up to the limit', async () => {
    const [person] = await organizationWith('member');
    const answers = [];
    for (const name of ['One', 'Two', 'Three', 'Four']) {
      answers.push(await person!.browser.send('POST', '/api/organizations', { name }));
    }
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 201, 409]);
    expect(answers[0]?.json()).toMatchObject({ name: 'One', role: 'owner', members: 1 });
    expect(answers[3]?.json().code).toBe('ORGANIZATION_LIMIT_REACHED');
    expect(await person!.browser.session()).toMatchObject({ organization: { name: 'Three' }, role: 'owner' });
  });

  it('stay within the limit when many are asked for at once', async () => {
    const [person] = await organizationWith('member');
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => person!.browser.send('POST', '/api/organizations', { name: 'Crowd' })),
    );
    expect(answers.filter((answer) => answer.statusCode === 201)).toHaveLength(3);
  });

  it('are switched between by members only', async () => {
    const [owner, stranger] = [(await organizationWith('owner'))[0], (await organizationWith('owner'))[0]];
    const theirs = (await owner!.browser.session()).organization.id;
    const own = (await stranger!.browser.session()).organization.id;
    const refused = await stranger!.browser.send('PUT', '/api/session/organization', { organizationId: theirs });
    expect([refused.statusCode, refused.json().code]).toEqual([404, 'ORGANIZATION_NOT_FOUND']);
    expect((await stranger!.browser.session()).organization.id).toBe(own);
    const absent = { organizationId: 'org-aaaaaaaaaaaaaaaa' };
    expect((await stranger!.browser.send('PUT', '/api/session/organization', absent)).json().code).toBe(
      'ORGANIZATION_NOT_FOUND',
    );
    expect((await operator.send('PUT', '/api/session/organization', { organizationId: theirs })).statusCode).toBe(200);
  });

  it('are listed to their members, to operators all of them', async () => {
    const [member] = await organizationWith('member');
    const listed = (await member!.browser.send('GET', '/api/organizations')).json();
    expect(listed.items).toHaveLength(1);
    const first = (await operator.send('GET', '/api/organizations?limit=2')).json();
    const second = (await operator.send('GET', `/api/organizations?limit=2&cursor=${first.nextCursor}`)).json();
    const ids = [...first.items, ...second.items].map((item) => item.id);
    expect(new Set(ids).size).toBe(4);
    expect((await operator.send('GET', '/api/organizations?cursor=nonsense')).statusCode).toBe(400);
  });

  it('are renamed by owners', async () => {
    const [owner, admin] = await organizationWith('owner', 'admin');
    expect((await admin!.browser.send('PATCH', '/api/organization', { name: 'Taken over' })).statusCode).toBe(403);
    const renamed = await owner!.browser.send('PATCH', '/api/organization', { name: 'Renamed' });
    expect(renamed.json()).toMatchObject({ name: 'Renamed', role: 'owner' });
  });
});

describe('roles', () => {
  it.each([
    ['viewer', 'viewer', 403],
    ['member', 'member', 403],
    ['admin', 'admin', 200],
    ['admin', 'owner', 403],
    ['owner', 'owner', 200],
  ] as const)('%s makes a viewer %s: %i', async (role, target, status) => {
    const [actor, viewer] = await organizationWith(role, 'viewer');
    const changed = await actor!.browser.send('PATCH', `${membersUrl}/${viewer!.accountId}`, { role: target });
    expect(changed.statusCode, changed.body).toBe(status);
  });

  it('are never raised by oneself', async () => {
    const [admin] = await organizationWith('admin');
    const raised = await admin!.browser.send('PATCH', `${membersUrl}/${admin!.accountId}`, { role: 'owner' });
    expect([raised.statusCode, raised.json().code]).toEqual([403, 'ROLE_NOT_ALLOWED']);
  });

  it('of owners are not touched by admins', async () => {
    const [admin, owner] = await organizationWith('admin', 'owner');
    const demoted = await admin!.browser.send('PATCH', `${membersUrl}/${owner!.accountId}`, { role: 'viewer' });
    const removed = await admin!.browser.send('DELETE', `${membersUrl}/${owner!.accountId}`);
    expect([demoted.json().code, removed.json().code]).toEqual(['ROLE_NOT_ALLOWED', 'ROLE_NOT_ALLOWED']);
  });

  it('of members of other organizations do not exist', async () => {
    const [owner] = await organizationWith('owner');
    const [other] = await organizationWith('viewer');
    const changed = await owner!.browser.send('PATCH', `${membersUrl}/${other!.accountId}`, { role: 'admin' });
    const removed = await owner!.browser.send('DELETE', `${membersUrl}/${other!.accountId}`);
    expect([changed.statusCode, removed.statusCode]).toEqual([404, 404]);
  });

  it('that were lowered count with the next request', async () => {
    const [owner, admin] = await organizationWith('owner', 'admin');
    await owner!.browser.send('PATCH', `${membersUrl}/${admin!.accountId}`, { role: 'viewer' });
    const body = { email: 'late@example.com', role: 'viewer' };
    expect((await admin!.browser.send('POST', '/api/organization/invitations', body)).statusCode).toBe(403);
  });

  it('leave an organization an owner, also when two leave at once', async () => {
    const [first, second] = await organizationWith('owner', 'owner');
    const operatorId = (await operator.session()).account.id;
    await first!.browser.send('DELETE', `${membersUrl}/${operatorId}`);
    const answers = await Promise.all(
      [first, second].map((owner) => owner!.browser.send('POST', '/api/organization/leave')),
    );
    const statuses = answers.map((answer) => answer.statusCode);
    expect(statuses).toEqual(expect.arrayContaining([204, 409]));
    const last = answers[0]?.statusCode === 409 ? first : second;
    const demoted = await last!.browser.send('PATCH', `${membersUrl}/${last!.accountId}`, { role: 'admin' });
    expect(demoted.json().code).toBe('LAST_OWNER');
  });
});

describe('a member who is removed', () => {
  it('acts there no longer, by session or token, not even after coming back', async () => {
    const [owner, admin] = await organizationWith('owner', 'admin');
    const token = await createTestToken(admin!.browser);
    const read = { method: 'GET', url: '/api/organization' } as const;
    expect(await statusWithToken(api, token.secret, read)).toBe(200);
    expect((await owner!.browser.send('DELETE', `${membersUrl}/${admin!.accountId}`)).statusCode).toBe(204);
    expect(await statusWithToken(api, token.secret, read)).toBe(401);
    expect((await admin!.browser.send('GET', '/api/organization')).statusCode).toBe(403);
    expect(await admin!.browser.session()).toMatchObject({ organization: null, role: null, organizations: [] });

    await owner!.browser.send('POST', '/api/organization/invitations', { email: admin!.email, role: 'viewer' });
    const secret = await api.mailedSecret(admin!.email);
    expect((await admin!.browser.send('POST', '/api/invitations/accept', { secret })).statusCode).toBe(200);
    expect(await statusWithToken(api, token.secret, read)).toBe(401);
  });
});
