import { z } from 'zod';
import type { ProbeContext } from '../../engine.ts';
import type { FilledCart } from './cart.ts';
import type { PlacedOrder } from './checkout.ts';
import { failure } from './store-api.ts';

const storedSchema = z.object({ currency: z.string(), total: z.coerce.number(), paymentMethod: z.string() });
const refusalSchema = z.object({ error: z.string() });

/**
 * Reads the order from WooCommerce's own order table inside the shop's container, takes it back and removes it. Nothing of
 * this can be reached from outside.
 */
export async function removeOrder(context: ProbeContext, order: PlacedOrder, cart: FilledCart | undefined) {
  const { exitCode, stdout, stderr } = await context.runInPod({
    component: 'web',
    container: 'php',
    command: ['/usr/local/bin/store-probe-order'],
    stdin: JSON.stringify({ orderId: order.id, orderKey: order.key }),
  });
  const answer = parseLastLine(stdout);
  if (exitCode !== 0) {
    const reason = refusalSchema.safeParse(answer).data?.error ?? `exit code ${exitCode}: ${lastLine(stderr)}`;
    throw failure(reason.endsWith('-table') ? 'PROBE_CHECKOUT_FAILED' : 'PROBE_CLEANUP_FAILED', reason);
  }
  const stored = storedSchema.parse(answer);
  if (cart !== undefined) checkStored(stored, cart);
  return { detail: `order ${order.id} was stored in the order table and is removed`, result: undefined };
}

/** The table keeps major units with as many decimals as it likes; the cart counts minor units. */
function checkStored(stored: z.infer<typeof storedSchema>, cart: FilledCart): void {
  const code = 'PROBE_CHECKOUT_FAILED';
  if (stored.paymentMethod !== 'cod') throw failure(code, `the order is stored as paid by ${stored.paymentMethod}`);
  if (stored.currency !== cart.currency) throw failure(code, `the order is stored in ${stored.currency}`);
  if (Math.abs(stored.total * 10 ** cart.minorUnit - cart.total) >= 0.5) {
    throw failure(code, `the order is stored over ${stored.total}, the cart over ${cart.total} in minor units`);
  }
}

function parseLastLine(text: string): unknown {
  try {
    return JSON.parse(lastLine(text));
  } catch {
    return undefined;
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
