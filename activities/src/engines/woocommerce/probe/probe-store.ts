import type { ProbeContext, ProbeReport, StoreSpec } from '../../engine.ts';
import { createProbeSteps } from '../../probe-steps.ts';
import { fillCart } from './cart.ts';
import { checkOut, type PlacedOrder, readOrder } from './checkout.ts';
import { removeOrder } from './cleanup.ts';
import { pickProduct } from './products.ts';
import { checkInstallerClosed, checkStorefront } from './storefront.ts';

/**
 * Buys the cheapest product as a stranger through the public route, reads the order back and removes it. Throws an `AppError`
 * with a `PROBE_*` code, `ROUTE_NOT_ADMITTED` or `STEP_TIMEOUT`; an order that was placed by then is removed all the same.
 */
export async function probeStore(spec: StoreSpec, context: ProbeContext): Promise<ProbeReport> {
  const { step, passed } = createProbeSteps(context);
  const [storefront] = await Promise.all([
    step('storefront', () => checkStorefront(spec, context)),
    step('installer', () => checkInstallerClosed(context)),
  ]);
  const product = await step('products', () => pickProduct(context, storefront));
  const cart = await step('cart', () => fillCart(context, product));
  const order = await step('checkout', () => checkOut(spec, context, cart));
  await step('order', () => readOrder(context, order, cart)).catch((error: unknown) => giveUp(context, order, error));
  await step('cleanup', () => removeOrder(context, order, cart));
  return { steps: passed, orderReference: String(order.id) };
}

/** The failure counts, not what may come of tidying up after it. */
async function giveUp(context: ProbeContext, order: PlacedOrder, error: unknown): Promise<never> {
  await removeOrder(context, order, undefined).catch(() => undefined);
  throw error;
}
