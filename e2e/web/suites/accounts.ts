import { randomBase32 } from '@shopwright/contract/ids';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { createWithApi, fillSignIn, waitForPhase } from '../support/actions.ts';
import { seriousFindings } from '../support/axe.ts';
import { openTab, visit } from '../support/browser.ts';
import type { DashboardUnderTest } from '../support/dashboard-under-test.ts';
import { mailedPath } from '../support/mails.ts';
import { type Credentials, signInWithApi } from '../support/sign-in.ts';

export function testAccounts(dashboard: DashboardUnderTest): void {
  const { platform, browser } = dashboard;

  it('invites a viewer, who sees stores and changes none; as a member they may', async () => {
    const storeId = await createWithApi(platform(), 'Shared', `shared-${randomBase32(6)}`);
    const operator = await visit(browser(), platform(), { path: '/organization' });
    const guest = await visit(browser(), platform(), { path: '/sign-in', session: null });
    const { email } = await invite(dashboard, { admin: operator.page, guest: guest.page, role: 'Viewer' });

    expect(await guest.page.getByRole('button', { name: 'Create store' }).count()).toBe(0);
    await guest.page.goto(`/stores/${storeId}`);
    await waitForPhase(guest.page, 'ready');
    expect(await guest.page.getByRole('button', { name: /Delete|Reveal/ }).count()).toBe(0);
    const refused = await guest.page.evaluate<number>(deleteStore(storeId));
    expect(refused).toBe(403);
    expect(await guest.page.getByRole('link', { name: 'Platform' }).count()).toBe(0);

    await operator.page.reload();
    const row = operator.page.getByRole('listitem').filter({ hasText: email });
    await row.getByRole('combobox').selectOption('member');
    await operator.page.getByText(/The role of .* is changed/).waitFor({ state: 'attached' });
    await guest.page.reload();
    await guest.page.getByRole('button', { name: 'Delete', exact: true }).waitFor();
    expect([...operator.complaints, ...guest.complaints]).toEqual([]);
    await Promise.all([operator.context.close(), guest.context.close()]);
  });

  it('sets the second factor up, asks for it, and takes a recovery code once', async () => {
    const operator = await visit(browser(), platform(), { path: '/organization' });
    const { page, context, complaints } = await visit(browser(), platform(), { path: '/sign-in', session: null });
    const person = await invite(dashboard, { admin: operator.page, guest: page, role: 'Member' });
    await page.goto('/account');
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.getByLabel('Your password').fill(person.password);
    await page.keyboard.press('Enter');
    const secret = await page.getByTestId('totp-secret').innerText();
    await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
    expect(await seriousFindings(page), 'enrolment').toEqual([]);
    const app = new TOTP({ secret: Secret.fromBase32(secret) });
    await page.getByLabel('Code that the app shows now').fill(app.generate());
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Recovery codes' }).waitFor();
    const codes = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts();
    expect(codes.length).toBeGreaterThan(4);
    expect(await seriousFindings(page), 'recovery codes').toEqual([]);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('On', { exact: true }).waitFor();

    await signOut(page);
    await fillSignIn(page, person);
    await page.getByLabel('Code', { exact: true }).fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('The code is wrong').waitFor();
    expect(await seriousFindings(page), 'second step').toEqual([]);
    // The code of this half minute has been used; the next one is accepted already.
    await page.getByLabel('Code', { exact: true }).fill(app.generate({ timestamp: Date.now() + 30_000 }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Stores' }).waitFor();

    for (const isFirst of [true, false]) {
      await signOut(page);
      await fillSignIn(page, person);
      await page.getByRole('button', { name: 'Use a recovery code' }).click();
      await page.getByLabel('Recovery code').fill(codes[0] ?? '');
      await page.keyboard.press('Enter');
      if (isFirst) await page.getByRole('heading', { name: 'Stores' }).waitFor();
      else await page.getByText('The code is wrong').waitFor();
    }
    expect(complaints).toEqual([]);
    await Promise.all([operator.context.close(), context.close()]);
  });

  it('shows a token once; it works until it is revoked', async () => {
    const { page, context, complaints } = await visit(browser(), platform(), { path: '/organization/tokens' });
    const name = `Report ${randomBase32(4)}`;
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByRole('button', { name: 'Create the token' }).click();
    const secret = await page.getByTestId('secret').innerText();
    expect(await seriousFindings(page), 'created token').toEqual([]);
    const ask = () => fetch(`${platform().url}/api/stores`, { headers: { authorization: `Bearer ${secret}` } });
    expect((await ask()).status).toBe(200);
    await page.reload();
    await page.getByRole('button', { name: `Revoke ${name}` }).waitFor();
    expect(await page.content()).not.toContain(secret);
    await page.getByRole('button', { name: `Revoke ${name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('button', { name: `Revoke ${name}` }).waitFor({ state: 'detached' });
    expect((await ask()).status).toBe(401);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('ends a session elsewhere, and another tab follows into another organization', async () => {
    const { page, context } = await visit(browser(), platform(), { path: '/account' });
    const stolen = await visit(browser(), platform(), {
      path: '/account',
      session: await signInWithApi(platform(), platform().operator),
    });
    await stolen.page.getByText('This session').waitFor();
    await page.reload();
    await page.getByText('This session').waitFor();
    await page.getByRole('button', { name: 'End all other sessions' }).click();
    await page.getByRole('button', { name: 'End all other sessions' }).waitFor({ state: 'detached' });
    await stolen.page.goto('/');
    await stolen.page.waitForURL(/\/sign-in/);

    const other = await openTab(context);
    await other.goto('/organization/usage');
    await page.goto('/organization/settings');
    const name = `Side project ${randomBase32(4)}`;
    const form = page.getByRole('region', { name: 'Another organization' });
    await form.getByLabel('Name').fill(name);
    await form.getByRole('button', { name: 'Create the organization' }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await other.getByRole('heading', { name, level: 1 }).waitFor();
    await page.getByRole('button', { name: `Organization: ${name}` }).click();
    await page.getByRole('button', { name: 'Default', exact: true }).click();
    await other.getByRole('heading', { name: 'Default', level: 1 }).waitFor();
    await Promise.all([context.close(), stolen.context.close()]);
  });
}

interface Invitation {
  /** The page of the organization's members. */
  admin: Page;
  guest: Page;
  role: string;
}

/** Invites somebody, who opens the link of the mail and makes an account; the guest's page shows the stores afterwards. */
async function invite({ platform }: DashboardUnderTest, { admin, guest, role }: Invitation): Promise<Credentials> {
  const person = { email: `ada-${randomBase32(6)}@example.com`, password: randomBase32(20) };
  await admin.getByLabel('E-mail').fill(person.email);
  await admin.getByRole('combobox', { name: 'Role', exact: true }).selectOption({ label: role });
  await admin.getByRole('button', { name: 'Invite', exact: true }).click();
  await guest.goto(await mailedPath(platform(), person.email));
  await guest.getByLabel('Your name').fill('Ada Lovelace');
  await guest.getByRole('textbox', { name: 'Password' }).fill(person.password);
  await guest.getByRole('button', { name: 'Make the account and join' }).click();
  await guest.getByRole('heading', { name: 'Stores' }).waitFor();
  return person;
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ada Lovelace' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in/);
}

/** Asks for the deletion as the page would, whatever it offers; answers the status. */
function deleteStore(storeId: string): string {
  return `fetch('/api/stores/${storeId}', { method: 'DELETE' }).then((response) => response.status)`;
}
