import { AppError } from '@shopwright/contract/errors';
import type { ProbeContext, ProbeReport, ProbeStep, StoreSpec } from '../../engine.ts';
import { fillCart } from './cart.ts';
import { checkOut, type PlacedOrder, readOrder } from './checkout.ts';
import { removeOrder } from './cleanup.ts';
import { pickProduct } from './products.ts';
import { checkInstallerClosed, checkStorefront } from './storefront.ts';

/** All checks together. */
const deadlineMs = 30_000;

interface Passed<Result> {
  detail: string;
  result: Result;
}

/**
 * Buys the cheapest product as a stranger through the public route, reads the order back and removes it. Throws an `AppError`
 * with a `PROBE_*` code, `ROUTE_NOT_ADMITTED` or `STEP_TIMEOUT`; an order that was placed by then is removed all the same.
 */
export async function probeStore(spec: StoreSpec, context: ProbeContext): Promise<ProbeReport> {
  const deadline = AbortSignal.timeout(deadlineMs);
  const steps: ProbeStep[] = [];
  const step = async <Result>(name: string, check: () => Promise<Passed<Result>>): Promise<Result> => {
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
  const [storefront] = await Promise.all([
    step('storefront', () => checkStorefront(spec, context)),
    step('installer', () => checkInstallerClosed(context)),
  ]);
  const product = await step('products', () => pickProduct(context, storefront));
  const cart = await step('cart', () => fillCart(context, product));
  const order = await step('checkout', () => checkOut(spec, context, cart));
  await step('order', () => readOrder(context, order, cart)).catch((error: unknown) => giveUp(context, order, error));
  await step('cleanup', () => removeOrder(context, order, cart));
  return { steps, orderReference: String(order.id) };
}

/** The failure counts, not what may come of tidying up after it. */
async function giveUp(context: ProbeContext, order: PlacedOrder, error: unknown): Promise<never> {
  await removeOrder(context, order, undefined).catch(() => undefined);
  throw error;
}
