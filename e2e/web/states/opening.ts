import type { Page } from 'playwright-core';
import type { DashboardState } from './dashboard-state.ts';

/** Opens an address and waits for a heading. */
export async function openAt(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { name: heading }).first().waitFor();
}

/** A state that needs nothing but its address. */
export function at(path: string, heading: string | RegExp): DashboardState['open'] {
  return (page) => openAt(page, path, heading);
}

/** Opens a dialog with its shortcut, over the list of stores. */
export async function openDialogByKey(page: Page, key: string, name: string): Promise<void> {
  await openAt(page, '/', 'Stores');
  await page.keyboard.press(key);
  await page.getByRole('dialog', { name }).waitFor();
}

/** Whether the window is as narrow as a phone, where the menus are at the bottom. */
export function isNarrow(page: Page): boolean {
  return (page.viewportSize()?.width ?? 0) < 1024;
}
