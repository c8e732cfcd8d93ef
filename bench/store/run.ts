import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { StoreEngine } from '@shopwright/activities';
import { connectStack } from '../../e2e/engines/support/stack.ts';
import { StoreUnderTest, type Phases } from '../../e2e/engines/support/store.ts';
import { footprint } from './footprint.ts';
import { measureComparison } from './comparison.ts';

/**
 * How long a store takes from nothing to its first order, one after the other on the running local stack:
 * `npm run bench -- store [--engine ID] [--runs 10] [--seed]`; without an engine, the one that the platform would choose. Prints
 * one JSON object per run, then the medians. `sold` is the time from the start of `helm install` to the passed probe. `--seed`
 * measures another way to the same shop in the same images too, see `comparison.ts` in the engine's folder.
 */
const { values } = parseArgs({
  options: {
    engine: { type: 'string' },
    runs: { type: 'string', default: '10' },
    seed: { type: 'boolean', default: false },
  },
});

type Measured = Phases & { sold: number };

function print(label: string, fields: object): void {
  process.stdout.write(`${JSON.stringify({ label, ...fields })}\n`);
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

const stack = await connectStack();

function chooseEngine(id: string | undefined): StoreEngine {
  if (id !== undefined) return stack.engines.get(id);
  const available = stack.engines.list().find((engine) => stack.engines.availability(engine.id).available);
  if (available === undefined) throw new Error('no engine has images');
  return available;
}

const engine = chooseEngine(values.engine);
const results: Measured[] = [];

for (let run = 1; run <= Number(values.runs); run += 1) {
  const store = new StoreUnderTest(stack, engine);
  try {
    const phases = await store.create(AbortSignal.timeout(180_000));
    const measured = { ...phases, sold: phases.total - phases.secrets };
    results.push(measured);
    print(`run ${run}`, { ...measured, load: loadavg()[0] });
    if (run === Number(values.runs)) print('footprint', await footprint(stack, store));
  } finally {
    await store.remove();
  }
}

const phaseNames = ['secrets', 'install', 'readiness', 'initialise', 'route', 'probe', 'total', 'sold'] as const;
const medians = Object.fromEntries(phaseNames.map((phase) => [phase, median(results.map((result) => result[phase]))]));
print('p50', medians);

if (values.seed) {
  const compared = await measureComparison(stack, engine.id);
  const workMs = compared.databaseMs + compared.shopMs;
  print('seed', { ...compared, workMs });
  print('ratio', {
    workToSold: workMs / (medians['sold'] ?? Number.NaN),
    workAndWaitsToSold: (workMs + compared.fixedWaitsMs) / (medians['sold'] ?? Number.NaN),
  });
}
