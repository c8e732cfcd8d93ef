import type { Page } from 'playwright-core';
import type { Credentials } from './sign-in.ts';
import type { WebPlatform } from './web-platform.ts';

/** Longest time that a store of the sample engine takes on a busy machine. */
export const storeTimeoutMs = 180_000;

/** Types into the form of the sign-in page and sends it. */
export async function fillSignIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.keyboard.press('Enter');
}

/** Creates a store with the dialog; its page is open afterwards. Returns its id. */
export async function createInDialog(page: Page, name: string, slug?: string): Promise<string> {
  await page.getByRole('button', { name: 'Create store' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  if (slug !== undefined) await dialog.getByLabel('Address').fill(slug);
  await dialog.getByRole('button', { name: 'Create store' }).click();
  await page.waitForURL(/\/stores\/st-/);
  return page.url().split('/').at(-1) ?? '';
}

/** Creates a store with the API, as somebody else would. */
export async function createWithApi(platform: WebPlatform, name: string, slug: string): Promise<string> {
  const answer = await platform.api.post('/api/stores', { name, slug });
  if (answer.status !== 202) throw new Error(`create answered ${answer.status}: ${answer.body.code}`);
  return answer.body.store.id;
}

export async function waitForPhase(page: Page, phase: string): Promise<void> {
  await page.locator(`header [data-phase=${phase}]`).waitFor({ timeout: storeTimeoutMs });
}

export async function waitForStep(page: Page, step: string, state: string): Promise<void> {
  const item = page.locator(`[data-step=${step}][data-state=${state}]`);
  await item.waitFor({ state: 'attached', timeout: storeTimeoutMs });
}

/** Deletes the store whose page is open, by typing its name. */
export async function deleteInDialog(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/to confirm/).fill(name);
  await dialog.getByRole('button', { name: 'Delete the store' }).click();
  await dialog.waitFor({ state: 'detached' });
}
