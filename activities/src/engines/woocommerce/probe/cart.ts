import { z } from 'zod';
import type { ProbeContext } from '../../engine.ts';
import type { Product } from './products.ts';
import { callStoreApi, failure } from './store-api.ts';

const code = 'PROBE_CART_FAILED';

const totalsSchema = z.object({
  total_price: z.coerce.number(),
  currency_code: z.string(),
  currency_minor_unit: z.int(),
});

const filledCartSchema = z.object({
  items: z.array(z.object({ id: z.int(), quantity: z.int() })),
  totals: totalsSchema,
  needs_payment: z.boolean(),
  payment_methods: z.array(z.string()),
});

export interface FilledCart {
  token: string;
  /** In minor units of the currency. */
  total: number;
  currency: string;
  /** Decimals of the currency. */
  minorUnit: number;
}

/** A new cart of this store with one piece of the product, payable on delivery. */
export async function fillCart(context: ProbeContext, product: Product) {
  const empty = await callStoreApi(
    context.http,
    { path: '/cart' },
    { status: 200, schema: z.object({ totals: totalsSchema }), code },
  );
  const token = empty.response.headers['cart-token'];
  if (typeof token !== 'string') throw failure(code, '/cart gave no Cart-Token');
  const { body: cart } = await callStoreApi(
    context.http,
    { method: 'POST', path: '/cart/add-item', headers: { 'Cart-Token': token }, json: { id: product.id, quantity: 1 } },
    { status: 201, schema: filledCartSchema, code },
  );
  const [item] = cart.items;
  if (cart.items.length !== 1 || item?.id !== product.id) throw failure(code, 'the cart does not hold the product');
  if (cart.totals.total_price < product.prices.price) throw failure(code, 'the total is less than the price');
  if (!cart.payment_methods.includes('cod')) throw failure(code, 'cash on delivery is not on offer');
  const { total_price: total, currency_code: currency, currency_minor_unit: minorUnit } = cart.totals;
  const filled: FilledCart = { token, total, currency, minorUnit };
  return { detail: `1 × "${product.name}", cash on delivery on offer`, result: filled };
}
