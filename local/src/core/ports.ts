import { execa } from 'execa';
import { createServer } from 'node:net';
import { StackError } from './stack-error.ts';

const offset = Number(process.env['SHOPWRIGHT_PORT_OFFSET'] ?? 0);
if (!Number.isInteger(offset) || offset < 0 || offset > 50_000) {
  throw new StackError('SHOPWRIGHT_PORT_OFFSET must be a whole number from 0 to 50000.');
}

/** Every TCP port of the stack on 127.0.0.1. `SHOPWRIGHT_PORT_OFFSET` moves all of them, so that two clones can run side by side. */
export const ports = {
  api: 8080 + offset,
  stores: 8081 + offset,
  postgres: 5439 + offset,
  temporal: 7233 + offset,
  temporalHistory: 7234 + offset,
  temporalMatching: 7235 + offset,
  temporalWorker: 7239 + offset,
  temporalHttp: 7243 + offset,
  temporalFrontendMembership: 6933 + offset,
  temporalHistoryMembership: 6934 + offset,
  temporalMatchingMembership: 6935 + offset,
  temporalWorkerMembership: 6939 + offset,
  temporalUi: 8233 + offset,
  workerMetrics: 9464 + offset,
} as const;

/** Browsers and `fetch` refuse this one (https://fetch.spec.whatwg.org/#port-blocking); no other blocked port can be reached by an offset. */
const blockedPort = 10_080;

if ([ports.api, ports.stores, ports.temporalUi].some((port) => port === blockedPort)) {
  throw new StackError(`SHOPWRIGHT_PORT_OFFSET=${offset} leads to port ${blockedPort}, which browsers refuse.`, {
    fix: 'take another offset, for example 1000 or 3000',
  });
}

export type PortName = keyof typeof ports;

function isFree(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const server = createServer();
  server.once('error', () => resolve(false));
  server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  return promise;
}

async function holderOf(port: number): Promise<string> {
  const { stdout } = await execa('ss', ['-Hltnp', `sport = :${port}`], { reject: false });
  const match = /\(\("([^"]+)",pid=(\d+)/.exec(stdout ?? '');
  return match ? `${match[1]} (process ${match[2]})` : 'another process';
}

/** Taken ports among `names`, each with its holder as `ss` names it. */
export async function takenPorts(
  names: readonly PortName[],
): Promise<{ port: number; name: PortName; holder: string }[]> {
  const taken = [];
  for (const name of names) {
    const port = ports[name];
    if (!(await isFree(port))) taken.push({ port, name, holder: await holderOf(port) });
  }
  return taken;
}

/** @throws StackError naming every taken port and who holds it. */
export async function requireFreePorts(names: readonly PortName[]): Promise<void> {
  const taken = await takenPorts(names);
  if (taken.length === 0) return;
  const list = taken.map(({ port, name, holder }) => `${port} (${name}) is held by ${holder}`).join('; ');
  throw new StackError(`Ports are taken: ${list}.`, {
    fix: 'stop that program, run `npm stop` in the other clone, or set SHOPWRIGHT_PORT_OFFSET=1000 for this one',
  });
}
