import { describe, expect, it } from 'vitest';
import { sampleSpec } from '../../../testing/sample-spec.ts';
import { type Defects, fakeShop } from '../testing/fake-shop.ts';
import { probeStore } from './probe-store.ts';

describe('order probe', () => {
  it('passes in a shop that sells, and removes its order', async () => {
    const { context, commands } = fakeShop();
    const report = await probeStore(sampleSpec, context);
    expect(report.orderReference).toBe('10001');
    expect(report.steps.map((step) => step.name)).toEqual(['storefront', 'products', 'cart', 'checkout', 'cleanup']);
    expect(commands).toEqual([['node', 'runtime/remove-probe-orders.mjs', 'order-probe@shopwright.invalid']]);
  });

  const cases: readonly [string, Defects, string][] = [
    ['the home page fails', { answers: { 'GET /': { status: 500 } } }, 'PROBE_STOREFRONT_FAILED'],
    ['the page names another address', { answers: { 'GET /': { body: 'http://other' } } }, 'PROBE_STOREFRONT_FAILED'],
    ['the admin is open', { answers: { 'GET /admin': { status: 200 } } }, 'PROBE_STOREFRONT_FAILED'],
    ['there is no session', { answers: { 'GET /': { headers: {} } } }, 'PROBE_STOREFRONT_FAILED'],
    ['the session is signed with the known default', { signingKey: 'keyboard cat' }, 'PROBE_STOREFRONT_FAILED'],
    ['nothing is in stock', { inStock: false }, 'PROBE_PRODUCTS_FAILED'],
    ['the product has no page', { answers: { 'GET /shop/tea': { status: 404 } } }, 'PROBE_PRODUCTS_FAILED'],
    ['the page shows something else', { answers: { 'GET /shop/tea': { body: '' } } }, 'PROBE_PRODUCTS_FAILED'],
    ['the answer is no JSON', { answers: { 'POST /api/graphql': { body: '<html>' } } }, 'PROBE_PRODUCTS_FAILED'],
    ['the cart refuses', { answers: { 'POST /api/cart/mine/items': { status: 429 } } }, 'PROBE_CART_FAILED'],
    ['nothing is delivered', { shippingMethods: [] }, 'PROBE_CART_FAILED'],
    ['cash on delivery is off', { paymentMethods: ['stripe'] }, 'PROBE_CART_FAILED'],
    ['the order is refused', { answers: { 'POST /api/orders': { status: 500 } } }, 'PROBE_CHECKOUT_FAILED'],
    ['the order is over another amount', { orderTotal: 12.5 }, 'PROBE_CHECKOUT_FAILED'],
    ['its page is missing', { answers: { 'GET /checkout/success/order-1': { status: 404 } } }, 'PROBE_CHECKOUT_FAILED'],
    ['another amount is stored', { storedTotal: 1 }, 'PROBE_CHECKOUT_FAILED'],
    ['the removal fails', { removalExitCode: 20 }, 'PROBE_CLEANUP_FAILED'],
    ['something is left', { left: 1 }, 'PROBE_CLEANUP_FAILED'],
  ];

  it.each(cases)('fails with its code when %s', async (_what, defects, code) => {
    await expect(probeStore(sampleSpec, fakeShop(defects).context)).rejects.toMatchObject({ code });
  });

  it('tries to remove what a failed checkout left', async () => {
    const { context, commands } = fakeShop({ answers: { 'POST /api/orders': { status: 500 } } });
    await expect(probeStore(sampleSpec, context)).rejects.toThrow();
    expect(commands).toHaveLength(1);
  });

  it('stops when it is cancelled', async () => {
    const { context } = fakeShop();
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(probeStore(sampleSpec, { ...context, signal })).rejects.toThrow('cancelled');
  });
});
