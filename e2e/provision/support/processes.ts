import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';

/** Ids of this machine's processes that run a program of this name. */
export async function processesOf(program: string): Promise<readonly number[]> {
  const found: number[] = [];
  for (const pid of await allPids()) if ((await exeOf(pid)) === program) found.push(pid);
  return found;
}

/** Running helm processes that work for a store. */
export async function helmProcesses(storeId: string): Promise<readonly number[]> {
  const found: number[] = [];
  for (const pid of await processesOf('helm')) {
    if ((await argumentsOf(pid)).split('\0').includes(storeId)) found.push(pid);
  }
  return found;
}

/** Arguments of every process of this machine; what other users could read. */
export async function allArguments(): Promise<string> {
  const lines: string[] = [];
  for (const pid of await allPids()) lines.push(await argumentsOf(pid));
  return lines.join('\n');
}

/** Whether somebody has stopped it with a signal. */
export async function isFrozen(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')')).startsWith(') T');
}

/** Sends a signal to those that still run. */
export function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended: nothing to signal.
    }
  }
}

async function allPids(): Promise<readonly number[]> {
  return (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
}

async function exeOf(pid: number): Promise<string> {
  return basename(await readlink(`/proc/${pid}/exe`).catch(() => ''));
}

function argumentsOf(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
}
