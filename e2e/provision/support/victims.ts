import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import type { TestPlatform } from './platform.ts';
import { until } from './until.ts';

export const victims = ['worker', 'api', 'temporal', 'cluster', 'helm'] as const;
export type Victim = (typeof victims)[number];

/** Ends a part of the platform with SIGKILL and sees that it comes back. */
export async function killAndRevive(platform: TestPlatform, victim: Exclude<Victim, 'helm'>): Promise<void> {
  if (victim === 'worker' || victim === 'api') {
    await platform.processes[victim].kill();
    await platform.processes[victim].start();
    return;
  }
  // The local stack starts both again by itself; that they came back is part of the test.
  const program = victim === 'temporal' ? 'temporal-server' : 'kube-apiserver';
  const pid = await onlyProcess(program);
  process.kill(pid, 'SIGKILL');
  await until(`a new ${program}`, async () => {
    const pids = await processesOf(program);
    return pids.length > 0 && !pids.includes(pid) ? true : undefined;
  });
  await until(`${program} answers`, () => isBack(platform, victim));
}

async function isBack(platform: TestPlatform, victim: Victim): Promise<true | undefined> {
  const check =
    victim === 'temporal' ? platform.temporal.workflowService.getSystemInfo({}) : platform.kube.list('/api/v1/nodes');
  return check.then(
    () => true as const,
    () => undefined,
  );
}

async function onlyProcess(program: string): Promise<number> {
  const [pid, ...others] = await processesOf(program);
  if (pid === undefined || others.length > 0) throw new Error(`exactly one ${program} expected`);
  return pid;
}

async function processesOf(program: string): Promise<readonly number[]> {
  const found: number[] = [];
  for (const pid of await allPids()) if ((await exeOf(pid)) === program) found.push(pid);
  return found;
}

/** Running helm processes that work for a store. */
export async function helmProcesses(storeId: string): Promise<readonly number[]> {
  const found: number[] = [];
  for (const pid of await processesOf('helm')) {
    const args = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (args.split('\0').includes(storeId)) found.push(pid);
  }
  return found;
}

async function allPids(): Promise<readonly number[]> {
  return (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
}

async function exeOf(pid: number): Promise<string> {
  return basename(await readlink(`/proc/${pid}/exe`).catch(() => ''));
}

/** Arguments of every process of this machine; what other users could read. */
export async function allArguments(): Promise<string> {
  const lines: string[] = [];
  for (const pid of await allPids()) lines.push(await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''));
  return lines.join('\n');
}
