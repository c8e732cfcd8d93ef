import { AppError } from '@shopwright/contract/errors';
import type { ProbeContext, ProbeReport, ProbeStep, StoreSpec } from '../../engine.ts';
import { fillCart } from './cart.ts';
import { checkOut } from './checkout.ts';
import { removeProbeOrders } from './cleanup.ts';
import { pickProduct } from './products.ts';
import { createShopper } from './shopper.ts';
import { checkStorefront } from './storefront.ts';

/** All checks together. */
const deadlineMs = 30_000;

/**
 * Buys the cheapest product as an anonymous shopper through the public route, reads the order back and removes it. What an
 * earlier probe left behind goes too. Throws an `AppError` with a `PROBE_*` code or `ROUTE_NOT_ADMITTED`.
 */
export async function probeStore(spec: StoreSpec, context: ProbeContext): Promise<ProbeReport> {
  const deadline = AbortSignal.timeout(deadlineMs);
  const steps: ProbeStep[] = [];
  const step = async <Result>(name: string, check: () => Promise<{ detail: string; result: Result }>) => {
    context.signal.throwIfAborted();
    if (deadline.aborted) {
      throw new AppError('STEP_TIMEOUT', { params: { step: `probe: ${name}`, seconds: deadlineMs / 1000 } });
    }
    const start = performance.now();
    const { detail, result } = await check();
    const passed = { name, durationMs: performance.now() - start, detail };
    steps.push(passed);
    context.onStep(passed);
    return result;
  };
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
  return { steps, orderReference: order.number };
}
