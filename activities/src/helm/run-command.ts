import { spawn } from 'node:child_process';
import { redactText } from '@shopwright/runtime';

export interface RunCommand {
  command: string;
  /** An array, never a shell string. No secrets: other users of a machine can read arguments. */
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  signal: AbortSignal;
  /** Between SIGTERM and SIGKILL, in milliseconds; default 3000. */
  killGraceMs?: number;
}

export interface CommandResult {
  /** Null where a signal ended it. */
  exitCode: number | null;
  endedBy: NodeJS.Signals | null;
  /** The last 64 KiB of each stream, redacted. */
  stdout: string;
  stderr: string;
}

const maxOutputLength = 65_536;
const usualKillGraceMs = 3000;

/**
 * Runs a program in a process group of its own. When the signal aborts, the whole group gets SIGTERM and, if it stays, SIGKILL;
 * the promise then rejects with the abort reason once the group is gone. Rejects also where the program cannot be started.
 */
export async function runCommand(run: RunCommand): Promise<CommandResult> {
  const { command, args, env, signal, killGraceMs = usualKillGraceMs } = run;
  signal.throwIfAborted();
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const output = { stdout: collect(child.stdout), stderr: collect(child.stderr) };
  const { promise, resolve, reject } = Promise.withResolvers<CommandResult>();
  child.once('error', reject);
  child.once('close', (exitCode, endedBy) => {
    resolve({ exitCode, endedBy, stdout: redactText(output.stdout()), stderr: redactText(output.stderr()) });
  });
  const onAbort = (): void => endGroup(child.pid, killGraceMs);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const result = await promise;
    signal.throwIfAborted();
    return result;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function endGroup(pid: number | undefined, killGraceMs: number): void {
  if (pid === undefined) return;
  killGroup(pid, 'SIGTERM');
  setTimeout(() => killGroup(pid, 'SIGKILL'), killGraceMs).unref();
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!isGone) throw error;
  }
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    text = (text + chunk).slice(-maxOutputLength);
  });
  return () => text;
}
