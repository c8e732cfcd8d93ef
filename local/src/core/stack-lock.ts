import { readFileSync, rmSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { ports } from './ports.ts';
import { stateDirectory, statePath } from './paths.ts';
import { StackError } from './stack-error.ts';

const lockFile = statePath('supervisor.lock');

interface Holder {
  pid: number;
  /** Start time of the process in clock ticks since boot, so that a reused process id is not taken for the holder. */
  startTicks: string;
}

function startTicksOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined; // The process is gone.
  }
}

/** The living supervisor of this checkout, or undefined: a lock left by a dead one counts as none. */
export async function findSupervisor(): Promise<Holder | undefined> {
  try {
    const holder = JSON.parse(await readFile(lockFile, 'utf8')) as Holder;
    return startTicksOf(holder.pid) === holder.startTicks ? holder : undefined;
  } catch {
    return undefined; // No lock, or one that was half written when its owner died.
  }
}

/**
 * Claims this checkout for the calling process; returns the release function.
 * @throws StackError when a living supervisor holds it
 */
export async function claimStack(): Promise<() => void> {
  await mkdir(stateDirectory, { recursive: true, mode: 0o700 });
  const holder = await findSupervisor();
  if (holder) {
    throw new StackError(
      `This checkout's stack already runs (process ${holder.pid}) at http://localhost:${ports.api}.`,
      {
        fix: 'npm stop',
      },
    );
  }
  rmSync(lockFile, { force: true });
  const file = await open(lockFile, 'wx', 0o600).catch((cause: unknown) => {
    throw new StackError('Another `npm start` began in this checkout at the same moment.', { cause });
  });
  await file.writeFile(JSON.stringify({ pid: process.pid, startTicks: startTicksOf(process.pid) }));
  await file.close();
  return () => rmSync(lockFile, { force: true });
}
