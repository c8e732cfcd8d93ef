import { createServer } from 'node:http';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { randomBase32 } from '@shopwright/contract/ids';
import { startSimulatedCluster } from '@shopwright/local';
import { startPlatform, type TestPlatform } from '../../e2e/provision/support/platform.ts';
import { operationEnd } from '../../e2e/provision/support/wait.ts';
import { processCost } from '../support/process-cost.ts';
import { percentile } from '../support/percentile.ts';
import { provisionTiming, type ProvisionTiming } from './timings.ts';

const { values: options } = parseArgs({
  options: {
    stores: { type: 'string', default: '200' },
    concurrency: { type: 'string', default: '10' },
  },
});

/**
 * Many stores at once against simulated nodes: a real control plane, Helm and workflows, but no container runs. Shows what the
 * platform itself takes, and whether the last store costs what the first did.
 */
async function main(): Promise<void> {
  const ingress = await startStandIn();
  await using cluster = await startSimulatedCluster({ nodes: 20, signal: AbortSignal.timeout(3_000_000) });
  const platform = await startPlatform({
    concurrency: Number(options.concurrency),
    cluster: { kubeconfig: cluster.kubeconfig, ingressAddress: ingress.address },
  });
  try {
    await measure(platform, Number(options.stores));
  } finally {
    await platform.close();
    ingress.close();
  }
}

async function measure(platform: TestPlatform, count: number): Promise<void> {
  const before = await costs(platform);
  const started = Date.now();
  const timings: ProvisionTiming[] = [];
  const quarter = Math.max(1, Math.floor(count / 4));
  process.stdout.write(`SIMULATED nodes; ${count} stores, ${options.concurrency} at a time\n\n`);
  process.stdout.write(
    '| stores | stores/min | overhead p50 ms | worker MiB | worker CPU s/store |\n| --- | --- | --- | --- | --- |\n',
  );
  let last = { at: started, cpuSeconds: before.worker.cpuSeconds };
  const finished = async (timing: ProvisionTiming): Promise<void> => {
    timings.push(timing);
    if (timings.length % quarter !== 0) return;
    const now = { at: Date.now(), ...(await costs(platform)).worker };
    const rate = (quarter / (now.at - last.at)) * 60_000;
    const overhead = percentile(
      timings.slice(-quarter).map((one) => one.stepOverheadMs),
      0.5,
    );
    const cpu = (now.cpuSeconds - last.cpuSeconds) / quarter;
    process.stdout.write(
      `| ${timings.length} | ${rate.toFixed(1)} | ${overhead} | ${now.residentMib} | ${cpu.toFixed(2)} |\n`,
    );
    last = now;
  };
  const made: Promise<void>[] = [];
  for (let index = 0; index < count; index += 1) {
    const operationId = await requestStore(platform);
    made.push(provisioned(platform, operationId).then(finished));
  }
  await Promise.all(made);
  const after = await costs(platform);
  const minutes = (Date.now() - started) / 60_000;
  const total = after.worker.cpuSeconds + after.api.cpuSeconds - before.worker.cpuSeconds - before.api.cpuSeconds;
  process.stdout.write(
    `\n${(count / minutes).toFixed(1)} stores per minute; CPU of worker and API ${(total / count).toFixed(2)} s per store; ` +
      `memory worker ${before.worker.residentMib} -> ${after.worker.residentMib} MiB, API ${before.api.residentMib} -> ${after.api.residentMib} MiB\n`,
  );
}

async function requestStore(platform: TestPlatform): Promise<string> {
  const { body } = await platform.api.post('/api/stores', {
    name: 'Scale',
    slug: `scale-${randomBase32(8)}`,
    engine: 'sample',
  });
  return body.operation.id;
}

async function provisioned(platform: TestPlatform, operationId: string): Promise<ProvisionTiming> {
  const operation = await operationEnd(platform, operationId, 2_400_000, 2000);
  if (operation.failure !== null) throw new Error(`${operation.failure.code}: ${operation.failure.detail}`);
  return provisionTiming(operation);
}

async function costs(platform: TestPlatform) {
  const { worker, api } = platform.processes;
  return { worker: await processCost(worker.pid), api: await processCost(api.pid) };
}

/** Answers in place of the ingress and every shop: nothing runs behind simulated nodes. */
async function startStandIn(): Promise<{ address: string; close: () => void }> {
  const server = createServer((_request, response) => response.end('sample store')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { address: `127.0.0.1:${port}`, close: () => server.close() };
}

await main();
