import { AppError } from '@shopwright/contract/errors';
import { z } from 'zod';
import type { FilledCart } from './cart.ts';
import type { Shopper } from './shopper.ts';

const code = 'PROBE_CHECKOUT_FAILED';

const orderSchema = z.object({
  uuid: z.string(),
  order_number: z.coerce.string(),
  grand_total: z.coerce.number(),
  payment_method: z.string(),
});

export interface PlacedOrder {
  number: string;
  total: number;
}

/** The order of the cart, paid on delivery, and the page that thanks for it. */
export async function checkOut(shopper: Shopper, cart: FilledCart) {
  await shopper.post(`/carts/${cart.id}/shippingMethods`, cart.shipping, { schema: z.unknown(), code });
  await shopper.post(`/carts/${cart.id}/paymentMethods`, { method_code: 'cod' }, { schema: z.unknown(), code });
  const order = await shopper.post('/orders', { cart_id: cart.id }, { schema: orderSchema, code });
  if (order.payment_method !== 'cod') throw failure(`the order is paid by ${order.payment_method}`);
  if (!sameAmount(order.grand_total, cart.expectedTotal)) {
    throw failure(`the order is over ${order.grand_total}, the cart over ${cart.expectedTotal}`);
  }
  const thanks = await shopper.page(`/checkout/success/${order.uuid}`);
  if (thanks.status !== 200) throw failure(`the page of the order answers with status ${thanks.status}`);
  if (!thanks.body.includes(order.order_number)) throw failure('the page of the order does not name its number');
  const placed: PlacedOrder = { number: order.order_number, total: order.grand_total };
  return { detail: `order ${placed.number} over ${placed.total}, paid on delivery`, result: placed };
}

/** Amounts have two decimals; below that it is arithmetic. */
export function sameAmount(left: number, right: number): boolean {
  return Math.abs(left - right) < 0.005;
}

function failure(reason: string): AppError {
  return new AppError(code, { params: { reason } });
}
