import type { OperationView } from '@shopwright/contract/schemas/operation';

export interface ProvisionTiming {
  /** From the request to ready. */
  totalMs: number;
  /** Everything not spent in a step: accepting, delivering, scheduling, recording. */
  overheadMs: number;
  /** From the request to the first step. */
  startMs: number;
  /** The same without waiting for a place in the line. */
  stepOverheadMs: number;
  steps: ReadonlyMap<string, number>;
}

/** Splits a finished operation by its recorded times. Steps that run side by side count once. */
export function provisionTiming(operation: OperationView): ProvisionTiming {
  const created = Date.parse(operation.createdAt);
  const spans = operation.steps
    .filter((step) => step.id !== 'admission' && step.startedAt !== null && step.endedAt !== null)
    .map((step) => ({ id: step.id, from: Date.parse(step.startedAt ?? ''), to: Date.parse(step.endedAt ?? '') }));
  const totalMs = Date.parse(operation.endedAt ?? '') - created;
  const startMs = Math.min(...spans.map((span) => span.from)) - created;
  const overheadMs = totalMs - coveredMs(spans);
  return {
    totalMs,
    overheadMs,
    startMs,
    stepOverheadMs: overheadMs - startMs,
    steps: new Map(spans.map((span) => [span.id, span.to - span.from])),
  };
}

/** Length of the union of intervals. */
export function coveredMs(spans: readonly { from: number; to: number }[]): number {
  let covered = 0;
  let until = -Infinity;
  for (const { from, to } of spans.toSorted((left, right) => left.from - right.from)) {
    covered += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return covered;
}
