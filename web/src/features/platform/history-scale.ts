import type { ProvisioningHistoryView } from '@shopwright/contract/schemas/provisioning-history';

export type Bucket = ProvisioningHistoryView['total'][number];

const niceSteps = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600];

/** Marks of the time axis: about four, at round times, the last above the longest. */
export function timeMarks(longestMs: number): number[] {
  const wanted = longestMs / 1000 / 4;
  const step = niceSteps.find((seconds) => seconds >= wanted) ?? Math.ceil(wanted / 3600) * 3600;
  const count = Math.max(1, Math.ceil(longestMs / 1000 / step));
  return Array.from({ length: count + 1 }, (_none, index) => index * step * 1000);
}

/**
 * Runs of buckets without a gap: a line must not cross a time in which nothing was measured. `bucketMs` is the length of a
 * bucket.
 */
export function unbroken(buckets: readonly Bucket[], bucketMs: number): Bucket[][] {
  const runs: Bucket[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const bucket of buckets) {
    const start = Date.parse(bucket.start);
    if (start - last > bucketMs) runs.push([]);
    runs.at(-1)?.push(bucket);
    last = start;
  }
  return runs;
}
