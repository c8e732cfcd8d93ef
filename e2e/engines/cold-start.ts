import process from 'node:process';
import { loadavg } from 'node:os';
import { connectStack } from './support/stack.ts';
import { type Phases, StoreUnderTest } from './support/store.ts';

/**
 * Measures cold starts, from creating the namespace to a passed probe, one after the other:
 * `node e2e/engines/cold-start.ts ENGINE [RUNS]`. Prints one JSON object per run (milliseconds) and the medians.
 */
async function main(engineId: string, runs: number): Promise<void> {
  const stack = await connectStack();
  const engine = stack.engines.get(engineId);
  const measured: Phases[] = [];
  for (let run = 0; run < runs; run += 1) {
    const store = new StoreUnderTest(stack, engine);
    try {
      const phases = await store.create(AbortSignal.timeout(180_000));
      measured.push(phases);
      print({ run, ...phases, load: loadavg()[0]?.toFixed(1) });
    } finally {
      await store.remove();
    }
  }
  const names = Object.keys(measured[0] ?? {}) as (keyof Phases)[];
  print({ p50: Object.fromEntries(names.map((name) => [name, median(measured.map((phases) => phases[name]))])) });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

const [engineId, runs = '10'] = process.argv.slice(2);
if (engineId === undefined) throw new Error('usage: cold-start.ts ENGINE [RUNS]');
await main(engineId, Number(runs));
