import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface ManagedProcess {
  readonly pid: number;
  /** Ends it as a crash does; resolves when it is gone. */
  kill(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** After a kill. */
  start(): Promise<void>;
}

export interface ProcessOptions {
  name: string;
  script: string;
  env: Readonly<Record<string, string>>;
  logFile: string;
  isReady: () => Promise<boolean>;
}

/** Starts a Node program of this repository and waits until it is ready. */
export async function startProcess(options: ProcessOptions): Promise<ManagedProcess> {
  await mkdir(dirname(options.logFile), { recursive: true });
  let child: ChildProcess | undefined;
  const ended = async (): Promise<void> => {
    const current = child;
    if (current === undefined || current.exitCode !== null || current.signalCode !== null) return;
    await new Promise((resolve) => current.once('exit', resolve));
  };
  const start = async (): Promise<void> => {
    const log = createWriteStream(options.logFile, { flags: 'a' });
    child = spawn(process.execPath, [options.script], {
      env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout?.pipe(log);
    child.stderr?.pipe(log);
    const deadline = Date.now() + 60_000;
    while (!(await options.isReady())) {
      if (child.exitCode !== null)
        throw new Error(`${options.name} ended with ${child.exitCode}; see ${options.logFile}`);
      if (Date.now() > deadline) throw new Error(`${options.name} is not ready; see ${options.logFile}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  await start();
  return {
    get pid() {
      return child?.pid ?? -1;
    },
    start,
    kill: async () => {
      child?.kill('SIGKILL');
      await ended();
    },
    stop: async () => {
      child?.kill('SIGTERM');
      await ended();
    },
  };
}

/** Whether an address answers with success. */
export async function answersOk(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}
