import { execa } from 'execa';
import { readFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { styleText } from 'node:util';
import { freeBytes, whyNoNode } from '../checks/host.ts';
import { installCommand, missingPackages } from '../checks/packages.ts';
import { cacheDirectory } from '../core/paths.ts';
import { ports, takenPorts, type PortName } from '../core/ports.ts';
import { findSupervisor } from '../core/stack-lock.ts';
import { StackError, describeError } from '../core/stack-error.ts';
import { imagePlan } from '../images/index.ts';
import { buildSpaceBytes, isCached } from '../programs/build-programs.ts';
import { clusterPrograms, temporalPrograms } from '../programs/catalog.ts';
import { requireGo } from '../programs/go-toolchain.ts';

/** Outcome of one check: what was found, and the fix where it is a miss. A warning does not keep the stack from starting. */
interface Finding {
  readonly verdict: 'ok' | 'warning' | 'miss';
  readonly text: string;
}

const ok = (text: string): Finding => ({ verdict: 'ok', text });
const miss = (text: string): Finding => ({ verdict: 'miss', text });
const warning = (text: string): Finding => ({ verdict: 'warning', text });

const gib = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GiB`;
const leastMemoryBytes = 6 * 2 ** 30;

async function checkSystem(): Promise<Finding> {
  const obstacle = whyNoNode();
  return obstacle ? miss(describeError(obstacle)) : ok('Linux, root');
}

async function checkPrograms(): Promise<Finding[]> {
  try {
    const go = await requireGo();
    const cached = (await isCached(clusterPrograms)) && (await isCached(temporalPrograms));
    const free = await freeBytes(cacheDirectory);
    const space = `${gib(free)} free for ${cacheDirectory}`;
    const needed = cached ? 2 * 2 ** 30 : buildSpaceBytes;
    return [
      ok(`Go ${go}`),
      ok(cached ? 'programs are in the cache' : 'programs will be built at the first start'),
      free < needed ? miss(`${space}, ${gib(needed)} needed`) : ok(space),
    ];
  } catch (error) {
    return [miss(describeError(error))];
  }
}

async function checkPackages(): Promise<Finding> {
  const missing = await missingPackages();
  if (missing === undefined) return miss('not a Debian system: the single-node cluster cannot install what it needs');
  return missing.length === 0
    ? ok('Debian packages')
    : warning(`packages to be installed at the first start: ${installCommand(missing)}`);
}

async function checkPorts(): Promise<Finding> {
  const supervisor = await findSupervisor();
  if (supervisor) return ok(`this checkout's stack is running (process ${supervisor.pid})`);
  const taken = await takenPorts(Object.keys(ports) as PortName[]);
  if (taken.length === 0) return ok('ports are free');
  const byHolder = [...Map.groupBy(taken, ({ holder }) => holder)].map(
    ([holder, held]) => `${held.map(({ port }) => port).join(', ')} by ${holder}`,
  );
  return miss(`ports in use: ${byHolder.join('; ')}. Stop them or set SHOPWRIGHT_PORT_OFFSET=1000`);
}

async function checkKernel(): Promise<Finding> {
  const fileSystems = await readFile('/proc/filesystems', 'utf8').catch(() => '');
  const { failed } = await execa('ip', ['link', 'help'], { reject: false, stdin: 'ignore' });
  if (!fileSystems.includes('overlay')) return miss('the kernel has no overlay file system');
  return failed ? ok('overlay file system') : ok('overlay file system, iproute2');
}

async function checkMemory(): Promise<Finding> {
  const text = `${gib(totalmem())} of memory`;
  return totalmem() < leastMemoryBytes
    ? warning(`${text}; ${gib(leastMemoryBytes)} are comfortable for the stack and a few stores`)
    : ok(text);
}

async function checkImages(): Promise<Finding[]> {
  const plan = await imagePlan();
  return plan.map((image) =>
    image.unavailable
      ? warning(`image ${image.name}: ${image.unavailable}`)
      : ok(`image ${image.name}: ${image.isCached ? 'in the cache' : 'will be built'}`),
  );
}

/** Checks everything that the stack needs and names the fix for each miss. Exit code 1 when something is missing. */
export async function doctor(): Promise<number> {
  const marks = {
    ok: styleText('green', 'ok     '),
    warning: styleText('yellow', 'warning'),
    miss: styleText('red', 'missing'),
  };
  const groups = [
    checkSystem(),
    checkKernel(),
    checkMemory(),
    checkPrograms(),
    checkPackages(),
    checkPorts(),
    checkImages(),
  ];
  let missing = 0;
  for (const group of groups) {
    for (const finding of [await group].flat()) {
      console.log(`${marks[finding.verdict]}  ${finding.text}`);
      if (finding.verdict === 'miss') missing += 1;
    }
  }
  if (missing > 0) throw new StackError(`Missing: ${missing} of what the stack needs (see above).`);
  return 0;
}
