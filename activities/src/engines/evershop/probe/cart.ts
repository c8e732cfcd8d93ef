import { AppError } from '@shopwright/contract/errors';
import { z } from 'zod';
import type { StoreSpec } from '../../engine.ts';
import { probeEmail } from './cleanup.ts';
import type { Product } from './products.ts';
import type { Shopper } from './shopper.ts';

const code = 'PROBE_CART_FAILED';
const anything = z.unknown();

const countriesSchema = z.object({
  allowedCountries: z.array(z.object({ code: z.string(), provinces: z.array(z.object({ code: z.string() })) })),
});

const cartSchema = z.object({
  cart: z.object({
    grandTotal: z.object({ value: z.number() }),
    availableShippingMethods: z.array(
      z.object({ code: z.string(), providerCode: z.string(), cost: z.object({ value: z.number() }) }),
    ),
    availablePaymentMethods: z.array(z.object({ code: z.string() })),
  }),
});

export interface FilledCart {
  id: string;
  shipping: { provider_code: string; method_code: string };
  /** Goods and shipping, in the store's currency. */
  expectedTotal: number;
}

/** One piece in the cart, an address in the store's country, shipping and cash on delivery on offer. */
export async function fillCart(spec: StoreSpec, shopper: Shopper, product: Product) {
  const { cartId: id } = await shopper.post(
    '/cart/mine/items',
    { sku: product.sku, qty: 1 },
    { schema: z.object({ cartId: z.string() }), code },
  );
  await shopper.post(`/carts/${id}/contacts`, { email: probeEmail }, { schema: anything, code });
  const address = await deliveryAddress(spec, shopper);
  for (const type of ['shipping', 'billing']) {
    await shopper.post(`/carts/${id}/addresses`, { type, address }, { schema: anything, code });
  }
  const { cart } = await shopper.query(cartQuery(id), { schema: cartSchema, code });
  const method = cart.availableShippingMethods.at(0);
  if (method === undefined) throw new AppError(code, { params: { reason: 'no shipping method is on offer' } });
  if (!cart.availablePaymentMethods.some((payment) => payment.code === 'cod')) {
    throw new AppError(code, { params: { reason: 'cash on delivery is not on offer' } });
  }
  const expectedTotal = cart.grandTotal.value + method.cost.value;
  const shipping = { provider_code: method.providerCode, method_code: method.code };
  const filled: FilledCart = { id, shipping, expectedTotal };
  return { detail: `1 × ${product.sku}, delivery and cash on delivery on offer`, result: filled };
}

/** EverShop wants a province everywhere; where it knows none, any text does. */
async function deliveryAddress(spec: StoreSpec, shopper: Shopper) {
  const { allowedCountries } = await shopper.query('{ allowedCountries { code provinces { code } } }', {
    schema: countriesSchema,
    code,
  });
  const country = allowedCountries.find((candidate) => candidate.code === spec.country) ?? allowedCountries.at(0);
  if (country === undefined) throw new AppError(code, { params: { reason: 'no country is delivered to' } });
  return {
    full_name: 'Order probe',
    telephone: '0000000000',
    address_1: 'Probe street 1',
    city: 'Probe',
    country: country.code,
    province: country.provinces.at(0)?.code ?? country.code,
    postcode: '00000',
  };
}

function cartQuery(id: string): string {
  return `{ cart(id: ${JSON.stringify(id)}) { grandTotal { value }
    availableShippingMethods { code providerCode cost { value } } availablePaymentMethods { code } } }`;
}
