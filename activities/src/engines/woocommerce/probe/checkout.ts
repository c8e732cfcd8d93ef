import { z } from 'zod';
import type { ProbeContext, StoreSpec } from '../../engine.ts';
import { probeAddress } from './address.ts';
import type { FilledCart } from './cart.ts';
import { callStoreApi, failure } from './store-api.ts';

const code = 'PROBE_CHECKOUT_FAILED';

/** RFC 2606 reserves `.invalid`: no customer can have this address, and no mail leaves. */
export const probeEmail = 'order-probe@shopwright.invalid';

const placedSchema = z.object({
  order_id: z.int(),
  order_key: z.string(),
  status: z.string(),
  payment_result: z.object({ payment_status: z.string() }),
});

const orderSchema = z.object({
  id: z.int(),
  totals: z.object({ total_price: z.coerce.number(), currency_code: z.string() }),
});

export interface PlacedOrder {
  id: number;
  key: string;
}

/** Turns the cart into an order with cash on delivery. */
export async function checkOut(spec: StoreSpec, context: ProbeContext, cart: FilledCart) {
  const address = probeAddress(spec.country);
  const { body: order } = await callStoreApi(
    context.http,
    {
      method: 'POST',
      path: '/checkout',
      headers: { 'Cart-Token': cart.token },
      json: {
        billing_address: { ...address, email: probeEmail, phone: '0000000000' },
        shipping_address: address,
        payment_method: 'cod',
        customer_note: 'Placed by the platform to see that orders work; removed at once.',
      },
    },
    { status: 200, schema: placedSchema, code },
  );
  const placed: PlacedOrder = { id: order.order_id, key: order.order_key };
  const status = `${order.status}, payment ${order.payment_result.payment_status}`;
  if (order.payment_result.payment_status !== 'success') throw failure(code, `the order is ${status}`);
  return { detail: `order ${placed.id} is ${status}`, result: placed };
}

/** The customer can read the order, with the total of the cart. */
export async function readOrder(context: ProbeContext, order: PlacedOrder, cart: FilledCart) {
  const query = new URLSearchParams({ key: order.key, billing_email: probeEmail });
  const { body } = await callStoreApi(
    context.http,
    { path: `/order/${order.id}?${query.toString()}` },
    { status: 200, schema: orderSchema, code },
  );
  const { total_price: total, currency_code: currency } = body.totals;
  if (total !== cart.total || currency !== cart.currency) {
    throw failure(code, `the order is over ${total} ${currency}, the cart over ${cart.total} ${cart.currency}`);
  }
  return { detail: `order ${order.id} is over ${total} ${currency} in minor units, like the cart`, result: undefined };
}
