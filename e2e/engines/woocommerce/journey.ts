import type { Page } from 'playwright-core';
import type { BoughtOrder, Journey, Owner, Shopper } from '../journey.ts';

const product = 'Stoneware mug';

async function fillCart(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: product }).first().click();
  await page.waitForURL(/\/product\/stoneware-mug\//);
  await page.getByRole('button', { name: 'Add to cart', exact: true }).first().click();
  await page.getByText('has been added to your cart').waitFor();
  await page.goto('/cart/');
  await page.getByRole('link', { name: 'Proceed to Checkout' }).click();
  await page.waitForURL(/\/checkout\//);
}

async function fillAddress(page: Page, shopper: Shopper): Promise<void> {
  const [firstName = '', lastName = ''] = shopper.name.split(' ');
  await page.getByLabel('Email address').fill(shopper.email);
  await page.getByLabel('First name').first().fill(firstName);
  await page.getByLabel('Last name').first().fill(lastName);
  await page.getByLabel('Address', { exact: true }).first().fill('Hauptstraße 1');
  await page.getByLabel('Postal code').first().fill('10115');
  await page.getByLabel('City').first().fill('Berlin');
}

async function buy(page: Page, shopper: Shopper): Promise<BoughtOrder> {
  await fillCart(page);
  await fillAddress(page, shopper);
  await page.getByLabel('Cash on delivery').check();
  await page.getByRole('button', { name: 'Place Order' }).click();
  await page.waitForURL(/\/checkout\/order-received\/\d+/);
  await page.getByText('Thank you. Your order has been received.').waitFor();
  const total = await page
    .locator(
      '.woocommerce-order-overview__total .amount, .wc-block-order-confirmation-summary-list-item__value .amount',
    )
    .first()
    .innerText();
  return { number: /order-received\/(\d+)/.exec(page.url())?.[1] ?? '', total };
}

async function findInAdmin(page: Page, owner: Owner, order: BoughtOrder): Promise<string> {
  await page.goto('/wp-login.php');
  await page.getByLabel('Username or Email Address').fill(owner.login);
  await page.locator('#user_pass').fill(owner.password);
  await page.getByRole('button', { name: 'Log In' }).click();
  await page.waitForURL(/\/wp-admin\//);
  await page.goto('/wp-admin/admin.php?page=wc-orders');
  await page.locator(`a.order-view:has-text("#${order.number}")`).click();
  await page.getByRole('heading', { name: `Order #${order.number}` }).waitFor();
  return page.locator('#wpbody-content').innerText();
}

/** Storefront with WooCommerce's block cart and block checkout, and its admin. */
export const journey: Journey = { country: 'DE', titleOf: (page) => page.title(), buy, findInAdmin };
