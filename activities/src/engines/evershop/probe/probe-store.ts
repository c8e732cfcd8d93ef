import type { ProbeContext, ProbeReport, StoreSpec } from '../../engine.ts';
import { createProbeSteps } from '../../probe-steps.ts';
import { fillCart } from './cart.ts';
import { checkOut } from './checkout.ts';
import { removeProbeOrders } from './cleanup.ts';
import { pickProduct } from './products.ts';
import { createShopper } from './shopper.ts';
import { checkStorefront } from './storefront.ts';

/**
 * Buys the cheapest product as an anonymous shopper through the public route, reads the order back and removes it. What an
 * earlier probe left behind goes too. Throws an `AppError` with a `PROBE_*` code or `ROUTE_NOT_ADMITTED`.
 */
export async function probeStore(spec: StoreSpec, context: ProbeContext): Promise<ProbeReport> {
  const { step, passed } = createProbeSteps(context);
  const session = await step('storefront', () => checkStorefront(spec, context));
  const shopper = createShopper(context.http, session);
  const product = await step('products', () => pickProduct(shopper));
  const cart = await step('cart', () => fillCart(spec, shopper, product));
  const order = await step('checkout', () => checkOut(shopper, cart)).catch(async (error: unknown) => {
    // The failure counts; a cart left behind is removed by the next probe.
    await removeProbeOrders(context, undefined).catch(() => undefined);
    throw error;
  });
  await step('cleanup', () => removeProbeOrders(context, order));
  return { steps: passed, orderReference: order.number };
}
