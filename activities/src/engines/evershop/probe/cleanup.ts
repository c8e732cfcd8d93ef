import { AppError } from '@shopwright/contract/errors';
import { z } from 'zod';
import type { ProbeContext } from '../../engine.ts';
import { type PlacedOrder, sameAmount } from './checkout.ts';

/** RFC 2606 reserves `.invalid`: no shopper can have this address, and no mail leaves. */
export const probeEmail = 'order-probe@shopwright.invalid';

const reportSchema = z.object({
  orders: z.array(z.object({ number: z.string(), total: z.number() })),
  left: z.number(),
});

/**
 * Removes all orders and carts of the probe inside the shop's container: EverShop has no call for it. Also the proof that the
 * order was really stored, with the same total. Without `order` only removes.
 */
export async function removeProbeOrders(context: ProbeContext, order: PlacedOrder | undefined) {
  const { exitCode, stdout, stderr } = await context.runInPod({
    component: 'web',
    container: 'shop',
    command: ['node', 'runtime/remove-probe-orders.mjs', probeEmail],
  });
  if (exitCode !== 0) throw failure(`exit code ${exitCode}: ${stderr.trim()}`);
  const report = reportSchema.parse(JSON.parse(stdout));
  if (report.left > 0) throw failure(`${report.left} records are left`);
  const stored = report.orders.find((candidate) => candidate.number === order?.number);
  if (order !== undefined && (stored === undefined || !sameAmount(stored.total, order.total))) {
    const found = stored === undefined ? 'is not stored' : `is stored over ${stored.total}`;
    throw new AppError('PROBE_CHECKOUT_FAILED', { params: { reason: `the order over ${order.total} ${found}` } });
  }
  return { detail: `${report.orders.length} order removed, stock given back`, result: undefined };
}

function failure(reason: string): AppError {
  return new AppError('PROBE_CLEANUP_FAILED', { params: { reason } });
}
