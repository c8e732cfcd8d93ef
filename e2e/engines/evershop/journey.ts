import type { Page } from 'playwright-core';
import type { BoughtOrder, Journey, Owner, Shopper } from '../journey.ts';

const product = /Stoneware cup/;

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.locator(`[id="field-shippingAddress.${field}"]`).click();
  await page.getByRole('option', { name: option }).click();
}

async function fillCart(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: product }).first().click();
  await page.waitForURL(/stoneware-cup/);
  await page.getByRole('button', { name: /add to cart/i }).click();
  await page
    .getByText(/^Checkout$/)
    .last()
    .click();
  await page.waitForURL(/\/checkout/);
}

async function fillAddress(page: Page, shopper: Shopper): Promise<void> {
  await page.getByPlaceholder('Enter your email').fill(shopper.email);
  await page.getByPlaceholder('Full name').fill(shopper.name);
  await page.getByPlaceholder('Telephone').fill('030 123456');
  await page.getByPlaceholder('Address', { exact: true }).fill('Hauptstraße 1');
  await page.getByPlaceholder('City').fill('Berlin');
  await choose(page, 'country', 'Germany');
  await choose(page, 'province', 'Berlin');
  await page.getByPlaceholder('Postcode').fill('10115');
}

async function buy(page: Page, shopper: Shopper): Promise<BoughtOrder> {
  await fillCart(page);
  await fillAddress(page, shopper);
  await page.getByText('Standard delivery').click();
  await page.getByText('€23.00').last().waitFor();
  await page.getByText('Cash on delivery').click();
  await page.getByRole('button', { name: /place order|complete order/i }).click();
  await page.waitForURL(/\/checkout\/success\//);
  const heading = await page
    .getByText(/Order #?\s*\d+/)
    .first()
    .innerText();
  const total = await page
    .getByText(/^€23\.00$/)
    .last()
    .innerText();
  return { number: /\d+/.exec(heading)?.[0] ?? '', total };
}

async function findInAdmin(page: Page, owner: Owner, order: BoughtOrder): Promise<string> {
  await page.goto('/admin');
  await page.locator('input[name="email"]').fill(owner.login);
  await page.locator('input[name="password"]').fill(owner.password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL(/\/admin\/?$/);
  await page.goto('/admin/orders');
  await page.getByRole('link', { name: order.number }).first().click();
  await page.getByText(order.total).first().waitFor();
  return page.locator('body').innerText();
}

/** EverShop's default theme and admin. */
export const journey: Journey = { country: 'DE', titleOf: (page) => page.title(), buy, findInAdmin };
