import { waitUntil } from '@shopwright/local';
import type { Stack } from '../../e2e/engines/support/stack.ts';
import { StoreUnderTest } from '../../e2e/engines/support/store.ts';

/** The same shop made without what the images have prepared; only the work, without starting pods. */
export interface ComparedWay {
  /** Which way it is. */
  way: string;
  /** Making the database at its first start. */
  databaseMs: number;
  /** Making the shop in it. */
  shopMs: number;
  /** Waiting that this way adds by its own rules. */
  fixedWaitsMs: number;
}

/** What the module `comparison.ts` of an engine's folder exports. */
export interface Comparison {
  /** Container by component of the pods that must run. */
  containers: Readonly<Record<string, string>>;
  measure: (store: StoreUnderTest, signal: AbortSignal) => Promise<ComparedWay>;
}

/** Measures the other way in a store whose pods run and whose database is otherwise unused. */
export async function measureComparison(stack: Stack, engineId: string): Promise<ComparedWay> {
  const { comparison }: { comparison: Comparison } = await import(`./${engineId}/comparison.ts`);
  const store = new StoreUnderTest(stack, stack.engines.get(engineId));
  const signal = AbortSignal.timeout(300_000);
  try {
    await store.createSecrets(signal);
    await store.upgrade(false, signal);
    for (const [component, container] of Object.entries(comparison.containers)) {
      await waitUntil(`a running ${container}`, () => isRunning(store, component, container, signal), {
        timeoutMs: 90_000,
        intervalMs: 250,
        signal,
      });
    }
    return await comparison.measure(store, signal);
  } finally {
    await store.remove();
  }
}

async function isRunning(store: StoreUnderTest, component: string, container: string, signal: AbortSignal) {
  const run = store.runInPod({ component, container, command: ['true'] }, signal);
  return run.then(
    ({ exitCode }) => exitCode === 0,
    () => false,
  );
}

/** Runs one command and returns how long it took, in milliseconds, and what it wrote; rejects when it fails. */
export async function timed(
  what: string,
  run: () => Promise<{ exitCode: number; stdout: string; stderr: string }>,
): Promise<{ milliseconds: number; stdout: string }> {
  const start = performance.now();
  const { exitCode, stdout, stderr } = await run();
  if (exitCode !== 0) throw new Error(`${what} ended with ${exitCode}: ${stderr}\n${stdout}`);
  return { milliseconds: Math.round(performance.now() - start), stdout };
}
