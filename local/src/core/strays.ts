import { readFile, readdir } from 'node:fs/promises';
import { waitUntil } from './wait.ts';
import { instanceMark } from './instance.ts';

const mark = Object.entries(instanceMark).map(([name, value]) => `${name}=${value}`)[0] ?? '';

/** Process ids that carry this stack's mark in their environment, the calling process left out. */
export async function markedProcesses(): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => Number.isInteger(pid) && pid !== process.pid);
  const marked = await Promise.all(pids.map(async (pid) => (await environmentOf(pid)).includes(mark)));
  return pids.filter((_, index) => marked[index]);
}

async function environmentOf(pid: number): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => ''); // Gone, or another user's.
  return text.split('\0');
}

/** Ends every process of this stack that a killed supervisor left. */
export async function killStrays(): Promise<void> {
  if (process.platform !== 'linux') return;
  for (const pid of await markedProcesses()) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Ended by itself a moment ago.
    }
  }
  await waitUntil('the processes of the last start to end', async () => (await markedProcesses()).length === 0, {
    timeoutMs: 20_000,
  });
}
