import type { HistoryPeriod, ProvisioningHistoryView } from '@shopwright/contract/schemas/provisioning-history';
import { provisioningHistory, stepHistory, type Database } from '@shopwright/database';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const periods: Readonly<Record<HistoryPeriod, { bucketMs: number; buckets: number }>> = {
  hour: { bucketMs: 2 * minuteMs, buckets: 30 },
  day: { bucketMs: hourMs, buckets: 24 },
  week: { bucketMs: 6 * hourMs, buckets: 28 },
  month: { bucketMs: 24 * hourMs, buckets: 30 },
};

/** How long creations and their steps took over a period that ends now, in buckets that begin at round times. */
export async function readProvisioningHistory(
  db: Database,
  period: HistoryPeriod,
  now = new Date(),
): Promise<ProvisioningHistoryView> {
  const { bucketMs, buckets } = periods[period];
  const until = new Date(Math.ceil(now.getTime() / bucketMs) * bucketMs);
  const since = new Date(until.getTime() - buckets * bucketMs);
  const range = { since, until, bucketMs };
  const [total, steps] = await Promise.all([provisioningHistory(db, range), stepHistory(db, range)]);
  return {
    since: since.toISOString(),
    until: until.toISOString(),
    bucketMs,
    total: total.map((bucket) => ({ ...bucket, start: bucket.start.toISOString() })),
    steps: steps.map(({ step, ...bucket }) => ({ ...bucket, id: step, start: bucket.start.toISOString() })),
  };
}
