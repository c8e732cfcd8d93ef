import { parseArgs } from 'node:util';
import { percentile } from '../support/percentile.ts';
import { processCost } from '../support/process-cost.ts';
import { openLoop } from './open-loop.ts';
import { failureCount, latencyTable } from './report.ts';
import { busyTarget, isolatedTarget } from './target.ts';
import { traffic } from './traffic.ts';

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '30' },
    stores: { type: 'string', default: '1000' },
    /** Share of requests that create a store which nobody makes; 0 beside real ones. */
    creates: { type: 'string', default: '0.05' },
    /** Measures beside so many real stores that are being made; needs the running stack. */
    beside: { type: 'string', default: '0' },
    /** Of those stores; the one that the platform prefers where it is left out. */
    engine: { type: 'string' },
    /** Ends with exit code 1 where the 99th percentile is above it. */
    p99: { type: 'string' },
  },
});

const warmUpSeconds = 3;

/**
 * How fast the API answers at a fixed rate, with 1,000 stores: by itself on a Postgres of its own, or (`--beside 5`) on the local
 * stack while real stores are being made.
 */
async function main(): Promise<boolean> {
  const stores = Number(values.stores);
  const beside = Number(values.beside);
  const target =
    beside === 0 ? await isolatedTarget(stores) : await busyTarget({ stores, creates: beside, engine: values.engine });
  try {
    const perSecond = Number(values.rate);
    const seconds = Number(values.seconds);
    const send = await traffic(target.call, { creates: beside === 0 ? Number(values.creates) : 0 });
    await openLoop({ perSecond, seconds: warmUpSeconds, send });
    const before = await processCost(target.pid);
    const samples = await openLoop({ perSecond, seconds, send });
    const cpuSeconds = (await processCost(target.pid)).cpuSeconds - before.cpuSeconds;
    const failures = failureCount(samples);
    process.stdout.write(
      `${latencyTable(samples)}\n${perSecond} requests/s for ${seconds} s, ${failures} not answered with success, ` +
        `${((cpuSeconds * 1000) / samples.length).toFixed(2)} ms of CPU in the API per request\n`,
    );
    const latencies = samples.map(({ latencyMs }) => latencyMs);
    return failures === 0 && (values.p99 === undefined || percentile(latencies, 0.99) <= Number(values.p99));
  } finally {
    await target.stop();
  }
}

process.exitCode = (await main()) ? 0 : 1;
