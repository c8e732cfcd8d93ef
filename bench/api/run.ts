import { parseArgs } from 'node:util';
import { startIsolatedApi, type IsolatedApi } from '../../services/api/src/testing/isolated-api.ts';
import { cpuTimeMs } from './cpu-time.ts';
import { openLoop, percentile, type Sample } from './open-loop.ts';

/**
 * How fast the API answers at a fixed rate: `node bench/api/run.ts [--rate 200] [--seconds 30] [--creates 0.02]
 * [--url URL --token-file FILE] [--p99 MS]`. Without a URL it starts an API of its own on a Postgres of its own, with 1,000 stores.
 */
const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '30' },
    /** Share of requests that create a store; leave at 0 against an installation that would carry them out. */
    creates: { type: 'string', default: '0.05' },
    stores: { type: 'string', default: '1000' },
    url: { type: 'string' },
    token: { type: 'string' },
    /** Ends with exit code 1 where the 99th percentile is above it. */
    p99: { type: 'string' },
  },
});

const noLimit = '1000000000';

interface Target {
  url: string;
  token: string;
  pid?: number;
  settle?: () => Promise<void>;
  stop: () => Promise<void>;
}

async function ownApi(): Promise<Target> {
  const api = await startIsolatedApi({
    RATE_LIMIT_READS_PER_MINUTE: noLimit,
    RATE_LIMIT_WRITES_PER_MINUTE: noLimit,
    MAX_STORES: noLimit,
    QUOTA_STORES: noLimit,
    QUOTA_CPU_MILLIS: noLimit,
    QUOTA_MEMORY_MIB: noLimit,
    QUOTA_STORAGE_GIB: noLimit,
    QUOTA_CREATES_PER_HOUR: noLimit,
  });
  return { ...api, settle: () => settle(api.database) };
}

/** All but the newest 20 stores are ready, as on an installation that has been used for a while. */
async function settle({ pool }: IsolatedApi['database']): Promise<void> {
  await pool.query(`create table bench_newest as select id from stores order by created_at desc limit 20`);
  await pool.query(`update operations set state = 'succeeded', admitted_at = created_at, ended_at = now()
    where store_id not in (select id from bench_newest)`);
  await pool.query(`update operation_steps set state = 'done', started_at = now() - interval '2 s', ended_at = now()
    where operation_id in (select id from operations where state = 'succeeded')`);
  await pool.query(`update stores set phase = 'ready', ready_at = now() where id not in (select id from bench_newest)`);
  await pool.query('analyze');
}

function client({ url, token }: Target) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return async (method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
}

interface StoreList {
  items: { id: string; operation: { id: string } | null }[];
}

async function main(): Promise<boolean> {
  const target: Target =
    values.url === undefined
      ? await ownApi()
      : { url: values.url, token: values.token ?? '', stop: () => Promise.resolve() };
  try {
    const call = client(target);
    if (values.url === undefined) await fill(call, Number(values.stores));
    await target.settle?.();
    const list = (await call('GET', '/api/stores?limit=100&phase=ready')).body as StoreList;
    const rate = Number(values.rate);
    await openLoop({ perSecond: rate, seconds: 3, send: (index) => request(call, list, index) });
    const cpuBefore = target.pid === undefined ? undefined : await cpuTimeMs(target.pid);
    const samples = await openLoop({
      perSecond: rate,
      seconds: Number(values.seconds),
      send: (index) => request(call, list, index),
    });
    const isGood = report(samples);
    const cpuAfter = target.pid === undefined ? undefined : await cpuTimeMs(target.pid);
    if (cpuBefore !== undefined && cpuAfter !== undefined) {
      const perRequest = (cpuAfter - cpuBefore) / samples.length;
      process.stdout.write(`${perRequest.toFixed(2)} ms of CPU in the API per request\n`);
    }
    return isGood;
  } finally {
    await target.stop();
  }
}

async function fill(call: ReturnType<typeof client>, stores: number): Promise<void> {
  for (let index = 0; index < stores; index += 20) {
    await Promise.all(
      Array.from({ length: 20 }, (_none, offset) => call('POST', '/api/stores', { name: `Shop ${index + offset}` })),
    );
  }
}

/** What dashboards ask: mostly lists and details, some creates. */
async function request(
  call: ReturnType<typeof client>,
  list: StoreList,
  index: number,
): Promise<{ kind: string; status: number }> {
  const store = list.items[index % Math.max(1, list.items.length)];
  const createEvery = Number(values.creates) > 0 ? Math.round(1 / Number(values.creates)) : Infinity;
  if (index % createEvery === 0 && index > 0) {
    return { kind: 'create', status: (await call('POST', '/api/stores', { name: `Bench ${index}` })).status };
  }
  const reads: [string, string][] = [
    ['list', '/api/stores?limit=50'],
    ['detail', store === undefined ? '/api/limits' : `/api/stores/${store.id}`],
    ['operation', store?.operation ? `/api/operations/${store.operation.id}` : '/api/engines'],
    ['audit', '/api/stores/audit/log?limit=50'],
  ];
  const [kind, path] = reads[index % reads.length] ?? ['list', '/api/stores'];
  return { kind, status: (await call('GET', path)).status };
}

function report(samples: readonly Sample[]): boolean {
  const kinds = Map.groupBy(samples, (sample) => sample.kind);
  const lines = [...kinds].map(([kind, ofKind]) => line(kind, ofKind));
  const failures = samples.filter(({ status }) => status === 0 || status >= 400).length;
  process.stdout.write(
    `${['kind          requests   p50 ms   p95 ms   p99 ms   max ms', ...lines, line('all', samples)].join('\n')}\n`,
  );
  process.stdout.write(`${values.rate} requests/s for ${values.seconds} s, ${failures} not answered with success\n`);
  const p99 = percentile(
    samples.map(({ latencyMs }) => latencyMs),
    0.99,
  );
  return failures === 0 && (values.p99 === undefined || p99 <= Number(values.p99));
}

function line(kind: string, samples: readonly Sample[]): string {
  const latencies = samples.map(({ latencyMs }) => latencyMs);
  const cells = [0.5, 0.95, 0.99, 1].map((share) => percentile(latencies, share).toFixed(1).padStart(8));
  return `${kind.padEnd(12)} ${String(samples.length).padStart(9)} ${cells.join(' ')}`;
}

process.exitCode = (await main()) ? 0 : 1;
