import { readFile } from 'node:fs/promises';

export interface ProcessCost {
  residentMib: number;
  /** User and system time since its start. */
  cpuSeconds: number;
}

const clockTicksPerSecond = 100;

/** What a process has cost so far (Linux). */
export async function processCost(pid: number): Promise<ProcessCost> {
  const [status, stat] = await Promise.all([
    readFile(`/proc/${pid}/status`, 'utf8'),
    readFile(`/proc/${pid}/stat`, 'utf8'),
  ]);
  const residentKib = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
  // After the name in parentheses: state is field 3, user time field 14, system time field 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return {
    residentMib: Math.round(residentKib / 1024),
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / clockTicksPerSecond,
  };
}
