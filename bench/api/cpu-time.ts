import { readFile } from 'node:fs/promises';

/** The kernel's own unit in /proc, on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** CPU time that a process has used so far; undefined where there is no /proc. */
export async function cpuTimeMs(pid: number): Promise<number | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  } catch {
    return undefined;
  }
}
