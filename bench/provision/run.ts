import { parseArgs } from 'node:util';
import { randomBase32 } from '@shopwright/contract/ids';
import { startPlatform, type TestPlatform } from '../../e2e/provision/support/platform.ts';
import { operationEnd } from '../../e2e/provision/support/wait.ts';
import { percentile } from '../support/percentile.ts';
import { provisionTiming, type ProvisionTiming } from './timings.ts';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    engine: { type: 'string', default: 'sample' },
    /** Stores made side by side in every round. */
    parallel: { type: 'string', default: '1' },
  },
});

/** p50 and p95 from POST to ready, split by step from recorded times, and what the platform itself adds. */
async function main(): Promise<void> {
  const platform = await startPlatform();
  try {
    await makeStores(platform, 1); // Caches of images, discovery and code are warm afterwards.
    const timings: ProvisionTiming[] = [];
    while (timings.length < Number(options.runs))
      timings.push(...(await makeStores(platform, Number(options.parallel))));
    print(timings);
  } finally {
    await platform.close();
  }
}

async function makeStores(platform: TestPlatform, count: number): Promise<ProvisionTiming[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const slug = `bench-${randomBase32(8)}`;
      const { body } = await platform.api.post('/api/stores', { name: 'Bench', slug, engine: options.engine });
      const operation = await operationEnd(platform, body.operation.id, 300_000);
      if (operation.failure !== null) throw new Error(`${operation.failure.code}: ${operation.failure.detail}`);
      const deletion = await platform.api.delete(`/api/stores/${body.store.id}`);
      await operationEnd(platform, deletion.body.operation.id, 300_000);
      return provisionTiming(operation);
    }),
  );
}

function print(timings: readonly ProvisionTiming[]): void {
  const row = (name: string, numbers: readonly number[]): string =>
    `| ${name} | ${percentile(numbers, 0.5)} | ${percentile(numbers, 0.95)} |`;
  const steps = [...(timings[0]?.steps.keys() ?? [])];
  const lines = [
    `${timings.length} stores of ${options.engine}, ${options.parallel} at a time, milliseconds`,
    '',
    '| | p50 | p95 |',
    '| --- | --- | --- |',
    row(
      'POST to ready',
      timings.map((timing) => timing.totalMs),
    ),
    ...steps.map((step) =>
      row(
        step,
        timings.map((timing) => timing.steps.get(step) ?? 0),
      ),
    ),
    row(
      'platform overhead',
      timings.map((timing) => timing.overheadMs),
    ),
    row(
      'of it: POST to the first step',
      timings.map((timing) => timing.startMs),
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

await main();
