import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { instanceMark } from '../core/instance.ts';
import { logDirectory } from '../core/paths.ts';
import { StackError } from '../core/stack-error.ts';
import { waitUntil } from '../core/wait.ts';

/** A program that has to run for as long as the stack does. */
export interface DaemonSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  /** True once the program serves. Asked every 50 ms. */
  readonly isReady: () => Promise<boolean>;
  readonly readyTimeoutMs: number;
  /** Sent to stop it (default SIGTERM); after `stopTimeoutMs` (default 10 s) SIGKILL follows. */
  readonly stopSignal?: NodeJS.Signals;
  readonly stopTimeoutMs?: number;
  /** Called instead of starting the program again when it died by itself. */
  readonly onDeath?: () => void;
  /** Set for a command that waits for the real program (`nsenter --pid` does): signals go to the program, not to the command. */
  readonly signalsChild?: boolean;
  /** Told when the program died by itself and was started again. */
  readonly notice: (message: string) => void;
}

/** Restarts after this many deaths in a row, each within a minute of its start, are given up. */
const maxRestartsInARow = 5;

/** On Linux the kernel ends the program when the supervisor is killed and cannot do so itself. */
const diesWithSupervisor = process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'KILL', '--'] : [];

/** Process ids of the children of a process, none when it is gone. */
export function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** A running program: restarted when it dies, its output in `.local/logs/<name>.log`. Dies with the supervisor, however that ends. */
export class Daemon {
  readonly #spec: DaemonSpec;
  readonly #log: WriteStream;
  #child: ChildProcess | undefined;
  #isStopping = false;
  #restartsInARow = 0;

  private constructor(spec: DaemonSpec) {
    this.#spec = spec;
    mkdirSync(logDirectory, { recursive: true });
    this.#log = createWriteStream(join(logDirectory, `${spec.name}.log`), { flags: 'a', mode: 0o600 });
  }

  /** Starts the program and waits until it serves. @throws StackError with the log's path when it does not */
  static async start(spec: DaemonSpec, signal: AbortSignal): Promise<Daemon> {
    const daemon = new Daemon(spec);
    daemon.#spawn();
    try {
      await daemon.#untilReady(signal);
    } catch (error) {
      await daemon.stop();
      throw error;
    }
    return daemon;
  }

  get processId(): number | undefined {
    return this.#child?.pid;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      this.#send(this.#spec.stopSignal ?? 'SIGTERM');
      const timer = setTimeout(() => this.#send('SIGKILL'), this.#spec.stopTimeoutMs ?? 10_000);
      await exited;
      clearTimeout(timer);
    }
    this.#log.end();
  }

  /** Sends a signal to the program itself. */
  kill(signal: NodeJS.Signals): void {
    this.#send(signal);
  }

  #send(signal: NodeJS.Signals): void {
    const pid = this.#child?.pid;
    if (pid === undefined) return;
    for (const target of this.#spec.signalsChild ? childrenOf(pid) : [pid]) {
      try {
        process.kill(target, signal);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // ESRCH: it ended a moment ago.
      }
    }
  }

  #spawn(): void {
    const { command, args, env, cwd } = this.#spec;
    const [file = '', ...rest] = [...diesWithSupervisor, command, ...args];
    const child = spawn(file, rest, {
      cwd: cwd ?? '/',
      env: { PATH: process.env['PATH'] ?? '', ...env, ...instanceMark },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(this.#log, { end: false });
    child.stderr.pipe(this.#log, { end: false });
    child.once('error', (error) => this.#log.write(`could not be started: ${error.message}\n`));
    const startedAt = Date.now();
    child.once('exit', (code, exitSignal) => void this.#onExit(startedAt, code ?? exitSignal));
    this.#child = child;
  }

  async #onExit(startedAt: number, reason: number | NodeJS.Signals | null): Promise<void> {
    if (this.#isStopping) return;
    if (this.#spec.onDeath) {
      this.#spec.onDeath();
      return;
    }
    this.#restartsInARow = Date.now() - startedAt > 60_000 ? 1 : this.#restartsInARow + 1;
    if (this.#restartsInARow > maxRestartsInARow) {
      this.#spec.notice(
        `${this.#spec.name} died ${maxRestartsInARow} times in a row and is given up; see ${this.#logPath}`,
      );
      return;
    }
    this.#spec.notice(`${this.#spec.name} died (${reason}); starting it again`);
    await delay(200 * this.#restartsInARow);
    if (!this.#isStopping) this.#spawn();
  }

  async #untilReady(signal: AbortSignal): Promise<void> {
    const { name, isReady, readyTimeoutMs } = this.#spec;
    const giveUp = (): boolean => this.#restartsInARow > maxRestartsInARow;
    await waitUntil(`${name} to serve (log: ${this.#logPath})`, async () => giveUp() || (await isReady()), {
      timeoutMs: readyTimeoutMs,
      signal,
    });
    if (giveUp()) throw new StackError(`${name} does not start; its log is ${this.#logPath}`);
  }

  get #logPath(): string {
    return join(logDirectory, `${this.#spec.name}.log`);
  }
}
