import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccountsApi, type AccountsApi } from '../../testing/accounts-api.ts';
import type { Browser } from '../../testing/browser.ts';
import { invitePerson, personPassword } from '../../testing/people.ts';

let api: AccountsApi;
let operator: Browser;
let email = '';
let count = 0;
beforeAll(async () => {
  api = await createAccountsApi();
  operator = await api.operator();
});
beforeEach(() => {
  email = `invited.${++count}@example.com`;
});
afterAll(() => api.close());

const url = '/api/organization/invitations';
const newAccount = { name: 'Ada', password: personPassword };

async function invite(browser: Browser, role: string, to = email): Promise<{ id: string; secret: string }> {
  const response = await browser.send('POST', url, { email: to, role });
  expect(response.statusCode, response.body).toBe(201);
  return { id: response.json().id, secret: await api.mailedSecret(to) };
}

function accept(secret: string, browser = api.browser(), body: object = { newAccount }) {
  return browser.send('POST', '/api/invitations/accept', { secret, ...body });
}

describe('an invitation', () => {
  it('tells who invites to what, and makes an account that is signed in there', async () => {
    const { secret } = await invite(operator, 'member');
    const read = await api.browser().send('POST', '/api/invitations/read', { secret });
    expect(read.json()).toMatchObject({ organizationName: 'Default', email, role: 'member', accountExists: false });
    const browser = api.browser();
    const accepted = await accept(secret, browser);
    expect(accepted.json()).toMatchObject({ account: { email }, role: 'member', organization: { id: 'org-default' } });
    expect(await browser.session()).toMatchObject({ account: { email, isOperator: false } });
  });

  it('has its secret in the mail alone', async () => {
    const { secret } = await invite(operator, 'member');
    const stored = await Promise.all(
      ['invitations', 'events'].map((table) => api.database.pool.query(`select * from ${table}`)),
    );
    expect(JSON.stringify(stored.map(({ rows }) => rows))).not.toContain(secret);
    expect((await operator.send('GET', url)).body).not.toContain(secret);
  });

  it('works once, also when it is accepted twice at once', async () => {
    const { secret } = await invite(operator, 'member');
    const answers = await Promise.all([accept(secret), accept(secret)]);
    expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1);
    expect((await accept(secret)).statusCode).toBe(410);
  });

  it.each([
    ['taken back', async (id: string) => operator.send('DELETE', `${url}/${id}`)],
    ['replaced by a newer one', async () => operator.send('POST', url, { email, role: 'viewer' })],
    [
      'expired',
      async (id: string) =>
        api.database.pool.query("update invitations set expires_at = now() - interval '1 second' where id = $1", [id]),
    ],
  ])('that was %s does not work', async (_what, end) => {
    const { id, secret } = await invite(operator, 'owner');
    await end(id);
    const answers = [await api.browser().send('POST', '/api/invitations/read', { secret }), await accept(secret)];
    expect(answers.map((answer) => answer.json().code)).toEqual(['INVITATION_INVALID', 'INVITATION_INVALID']);
  });

  it('is for its address alone', async () => {
    const { secret } = await invite(operator, 'owner');
    const other = await invitePerson(api, operator, { email: `other.${count}@example.com`, role: 'viewer' });
    const response = await accept(secret, other.browser, {});
    expect([response.statusCode, response.json().code]).toEqual([403, 'INVITATION_FOR_ANOTHER']);
  });

  it('to somebody with an account needs that account to sign in: the link alone is no sign-in', async () => {
    const person = await invitePerson(api, operator, { email, role: 'viewer' });
    await operator.send('POST', '/api/organizations', { name: 'Second' });
    const { secret } = await invite(operator, 'admin');
    expect((await accept(secret)).json().code).toBe('INVITATION_NEEDS_SIGN_IN');
    const accepted = await accept(secret, person.browser, {});
    expect(accepted.json()).toMatchObject({ organization: { name: 'Second' }, role: 'admin' });
  });

  it('is refused for members, weak passwords and guessed secrets', async () => {
    const { secret } = await invite(operator, 'viewer');
    const weak = await accept(secret, api.browser(), { newAccount: { name: 'Ada', password: 'password123456' } });
    expect([weak.statusCode, weak.json().code]).toEqual([422, 'PASSWORD_TOO_WEAK']);
    expect((await accept(secret, api.browser(), {})).json().code).toBe('VALIDATION_FAILED');
    expect((await accept('x'.repeat(43))).json().code).toBe('INVITATION_INVALID');
    await accept(secret);
    const again = await operator.send('POST', url, { email, role: 'owner' });
    expect(again.json().code).toBe('ALREADY_MEMBER');
  });
});

describe('inviting', () => {
  it('and accepting many at once, beside refusals that are audited, waits for nothing that waits for it', async () => {
    const people = Array.from({ length: 6 }, (_none, index) => `crowd.${count}.${index}@example.com`);
    const secrets = await Promise.all(people.map(async (to) => (await invite(operator, 'viewer', to)).secret));
    const answers = await Promise.all([
      ...secrets.map((secret) => accept(secret)),
      ...people.map((to) => operator.send('POST', url, { email: `more.${to}`, role: 'viewer' })),
      ...people.map(() => operator.send('DELETE', `${url}/inv-aaaaaaaaaaaaaaaa`)),
    ]);
    expect(answers.map((answer) => answer.statusCode)).toEqual([
      ...people.map(() => 200),
      ...people.map(() => 201),
      ...people.map(() => 404),
    ]);
  });

  it('never reaches above the own role', async () => {
    const admin = await invitePerson(api, operator, { email, role: 'admin' });
    const refused = await admin.browser.send('POST', url, { email: 'friend@example.com', role: 'owner' });
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'ROLE_NOT_ALLOWED']);
  });

  it('is worth nothing after the inviter lost the role', async () => {
    const admin = await invitePerson(api, operator, { email, role: 'admin' });
    const accomplice = `accomplice.${count}@example.com`;
    const { secret } = await invite(admin.browser, 'admin', accomplice);
    await operator.send('PATCH', `/api/organization/members/${admin.accountId}`, { role: 'viewer' });
    expect((await accept(secret)).json().code).toBe('INVITATION_INVALID');
  });

  it('the same address again and again is refused: nobody is flooded with mail', async () => {
    const answers = [];
    for (let ask = 0; ask < 6; ask++) answers.push(await operator.send('POST', url, { email, role: 'viewer' }));
    const statuses = answers.map((answer) => answer.statusCode);
    expect(statuses).toEqual([201, 201, 201, 201, 429, 429]);
    expect(api.mails.filter(({ to }) => to === email)).toHaveLength(4);
  });

  it('of another organization does not exist', async () => {
    const { id } = await invite(operator, 'viewer');
    const stranger = await invitePerson(api, operator, { email: `stranger.${count}@example.com`, role: 'viewer' });
    await stranger.browser.send('POST', '/api/organizations', { name: 'Their own' });
    expect((await stranger.browser.send('DELETE', `${url}/${id}`)).json().code).toBe('INVITATION_NOT_FOUND');
    expect((await stranger.browser.send('GET', url)).json()).toEqual({ items: [] });
  });
});
