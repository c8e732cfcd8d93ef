import { percentile } from '../support/percentile.ts';
import type { Sample } from './open-loop.ts';

/** A line of latencies per kind of request, and one of all. */
export function latencyTable(samples: readonly Sample[]): string {
  const kinds = Map.groupBy(samples, (sample) => sample.kind);
  const lines = [...kinds].map(([kind, ofKind]) => line(kind, ofKind));
  return ['kind          requests   p50 ms   p95 ms   p99 ms   max ms', ...lines, line('all', samples)].join('\n');
}

/** How many were not answered with success. */
export function failureCount(samples: readonly Sample[]): number {
  return samples.filter(({ status }) => status === 0 || status >= 400).length;
}

function line(kind: string, samples: readonly Sample[]): string {
  const latencies = samples.map(({ latencyMs }) => latencyMs);
  const cells = [0.5, 0.95, 0.99, 1].map((share) => percentile(latencies, share).toFixed(1).padStart(8));
  return `${kind.padEnd(12)} ${String(samples.length).padStart(9)} ${cells.join(' ')}`;
}
