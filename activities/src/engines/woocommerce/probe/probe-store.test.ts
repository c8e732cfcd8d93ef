import { describe, expect, it } from 'vitest';
import { sampleSpec } from '../../../testing/sample-spec.ts';
import { fakeShop, storedOrder } from './fake-shop.ts';
import { probeStore } from './probe-store.ts';

const api = '/wp-json/wc/store/v1';

describe('probing a shop that works', () => {
  it('buys, reads the order and removes it', async () => {
    const shop = fakeShop();
    const report = await probeStore(sampleSpec, shop.context);
    expect(report.orderReference).toBe('7');
    expect(report.steps.map(({ name }) => name).toSorted()).toEqual(
      ['cart', 'checkout', 'cleanup', 'installer', 'order', 'products', 'storefront'].toSorted(),
    );
    expect(shop.steps).toEqual(report.steps);
    expect(shop.commands).toEqual(['{"orderId":7,"orderKey":"key"}']);
  });

  it('sends the cart token with everything that belongs to the cart', async () => {
    const shop = fakeShop();
    await probeStore(sampleSpec, shop.context);
    const posts = shop.requests.filter(({ method }) => method === 'POST');
    expect(posts.map(({ headers }) => headers)).toEqual([{ 'Cart-Token': 'token' }, { 'Cart-Token': 'token' }]);
  });

  it('uses an address of the store country, or of one without rules', async () => {
    const countryOf = async (country: string): Promise<unknown> => {
      const shop = fakeShop();
      await probeStore({ ...sampleSpec, country }, shop.context);
      return shop.requests.find(({ path }) => path.endsWith('/checkout'))?.json;
    };
    expect(await countryOf('DE')).toMatchObject({ billing_address: { country: 'DE', postcode: '10115' } });
    expect(await countryOf('ZW')).toMatchObject({ billing_address: { country: 'AE', postcode: '' } });
  });
});

describe('probing a shop that does not work', () => {
  const cart = (change: object) => ({
    status: 201,
    json: {
      items: [{ id: 12, quantity: 1 }],
      totals: { total_price: '1900', currency_code: 'EUR', currency_minor_unit: 2 },
      needs_payment: true,
      payment_methods: ['cod'],
      ...change,
    },
  });

  it.each([
    ['a closed shop', { 'GET /shop/': { body: '<body class="woocommerce-coming-soon">' } }, 'PROBE_STOREFRONT_FAILED'],
    ['a redirect', { 'GET /': { status: 301, headers: { location: '/' } } }, 'PROBE_STOREFRONT_FAILED'],
    ['a foreign address', { 'GET /': { body: 'http://other.localhost' } }, 'PROBE_STOREFRONT_FAILED'],
    ['an open installer', { 'GET /wp-admin/install.php': { status: 200 } }, 'PROBE_INSTALLER_EXPOSED'],
    ['no products', { [`GET ${api}/products`]: { json: [] } }, 'PROBE_PRODUCTS_FAILED'],
    ['a broken list', { [`GET ${api}/products`]: { body: '<html>' } }, 'PROBE_PRODUCTS_FAILED'],
    ['unlisted products', { 'GET /shop/': { body: sampleSpec.publicUrl } }, 'PROBE_PRODUCTS_FAILED'],
    ['no cart token', { [`GET ${api}/cart`]: { headers: {} } }, 'PROBE_CART_FAILED'],
    ['no cash on delivery', { [`POST ${api}/cart/add-item`]: cart({ payment_methods: [] }) }, 'PROBE_CART_FAILED'],
    ['an empty cart', { [`POST ${api}/cart/add-item`]: cart({ items: [] }) }, 'PROBE_CART_FAILED'],
    ['a refused order', { [`POST ${api}/checkout`]: { status: 400, json: { code: 'no' } } }, 'PROBE_CHECKOUT_FAILED'],
    [
      'another total',
      {
        [`GET ${api}/order/7`]: {
          json: { id: 7, totals: { total_price: '1', currency_code: 'EUR', currency_minor_unit: 2 } },
        },
      },
      'PROBE_CHECKOUT_FAILED',
    ],
  ])('%s fails with its code', async (_what, changes, code) => {
    await expect(probeStore(sampleSpec, fakeShop(changes).context)).rejects.toMatchObject({ code });
  });

  it.each([
    ['an order that is stored over less', { stdout: JSON.stringify({ ...storedOrder, total: '18.99' }) }],
    ['an order that is stored in another currency', { stdout: JSON.stringify({ ...storedOrder, currency: 'USD' }) }],
    ['an order outside the order table', { exitCode: 1, stdout: '{"error":"order-not-in-own-table"}' }],
  ])('%s fails the checkout', async (_what, removal) => {
    await expect(probeStore(sampleSpec, fakeShop({}, removal).context)).rejects.toMatchObject({
      code: 'PROBE_CHECKOUT_FAILED',
    });
  });

  it('an order that stays fails the cleanup', async () => {
    const shop = fakeShop({}, { exitCode: 1, stdout: '{"error":"order-still-there"}' });
    await expect(probeStore(sampleSpec, shop.context)).rejects.toMatchObject({ code: 'PROBE_CLEANUP_FAILED' });
  });

  it('an order that cannot be read is removed all the same', async () => {
    const shop = fakeShop({ [`GET ${api}/order/7`]: { status: 500 } });
    await expect(probeStore(sampleSpec, shop.context)).rejects.toMatchObject({ code: 'PROBE_CHECKOUT_FAILED' });
    expect(shop.commands).toHaveLength(1);
  });

  it('stops when it is cancelled', async () => {
    const shop = fakeShop();
    const context = { ...shop.context, signal: AbortSignal.abort(new Error('cancelled')) };
    await expect(probeStore(sampleSpec, context)).rejects.toThrow('cancelled');
    expect(shop.requests).toEqual([]);
  });
});
