import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { whyNoNode } from '../checks/host.ts';
import { ensureOperator, operatorFile } from '../core/operator.ts';
import { logDirectory, repositoryRoot, statePath } from '../core/paths.ts';
import { ports, requireFreePorts, type PortName } from '../core/ports.ts';
import { claimStack } from '../core/stack-lock.ts';
import { say } from '../core/say.ts';
import { StackError } from '../core/stack-error.ts';
import { killStrays } from '../core/strays.ts';
import { removeNode } from '../node/remove-node.ts';
import { temporalUiUrl } from '../parts/temporal.ts';
import { dropGoCaches } from '../programs/build-programs.ts';
import { stackEnvironment, stackParts, type Stack } from '../stack.ts';
import { formatElapsed, liveProgress, plainProgress, type Progress } from '../supervisor/progress.ts';
import { runParts } from '../supervisor/run-parts.ts';

const usage = `npm start [-- options]
  --detach            return when everything is ready; stop with: npm stop
  --context NAME      use this context of your kubeconfig instead of a single-node cluster
  --keep-build-cache  keep Go's caches after programs were built`;

interface StartOptions {
  readonly isDetached: boolean;
  readonly context: string | undefined;
  readonly keepsBuildCache: boolean;
}

/** @throws StackError with the usage when there is an option that nobody knows or one without its value */
function readOptions(args: readonly string[]): StartOptions {
  const { values } = parseOptions(args);
  return {
    isDetached: values.detach ?? false,
    context: values.context,
    keepsBuildCache: values['keep-build-cache'] ?? false,
  };
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { detach: { type: 'boolean' }, context: { type: 'string' }, 'keep-build-cache': { type: 'boolean' } },
    });
  } catch (cause) {
    throw new StackError(cause instanceof Error ? cause.message : String(cause), { fix: usage, cause });
  }
}

/** Starts the stack and stays until it is told to stop; with `--detach` in a process of its own. Resolves with the exit code. */
export async function start(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(usage);
    return 0;
  }
  const options = readOptions(args);
  return options.isDetached ? startDetached(args) : runSupervisor(options);
}

/** Sent by a detached supervisor to the command that started it; every other message is a line to show. */
const everythingIsUp = 'shopwright: everything is up';

async function startDetached(args: readonly string[]): Promise<number> {
  mkdirSync(logDirectory, { recursive: true, mode: 0o700 });
  const log = openSync(join(logDirectory, 'supervisor.log'), 'a');
  const supervisorArgs = [
    join(repositoryRoot, 'local/src/cli.ts'),
    'start',
    ...args.filter((arg) => arg !== '--detach'),
  ];
  const child = spawn(process.execPath, supervisorArgs, { detached: true, stdio: ['ignore', log, log, 'ipc'] });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const isUp = new Promise<boolean>((resolve) => {
    child.on('message', (message) => {
      if (message === everythingIsUp) resolve(true);
      else console.log(message);
    });
    void exit.then(() => resolve(false));
  });
  if (!(await isUp)) {
    const [code] = await exit;
    return code ?? 1;
  }
  child.disconnect();
  child.unref();
  return 0;
}

async function runSupervisor(options: StartOptions): Promise<number> {
  const obstacle = options.context === undefined ? whyNoNode() : undefined;
  if (obstacle) throw obstacle;
  const release = await claimStack();
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  try {
    await killStrays();
    await removeNode(stopping.signal);
    const stack = stackParts(options);
    await requireFreePorts(neededPorts());
    for (const part of stack.parts) await part.check?.();
    await ensureOperator();
    return await superviseUntilStopped(stack, options, stopping.signal);
  } finally {
    release();
  }
}

function neededPorts(): PortName[] {
  const unneeded = new Set<PortName>();
  if (process.env['DATABASE_URL']) unneeded.add('postgres');
  return (Object.keys(ports) as PortName[]).filter(
    (name) =>
      !unneeded.has(name) && !(process.env['TEMPORAL_ADDRESS'] && name.startsWith('temporal') && name !== 'temporalUi'),
  );
}

async function superviseUntilStopped(stack: Stack, options: StartOptions, signal: AbortSignal): Promise<number> {
  const startedAt = Date.now();
  const names = stack.parts.map((part) => part.name);
  const progress: Progress = process.stdout.isTTY
    ? liveProgress(names, process.stdout)
    : plainProgress(names, (line) => void say(line));
  const running = await runParts(stack.parts, progress, signal);
  progress.finish();
  const isWhole = running.failed.length === 0;
  if (!signal.aborted) {
    if (isWhole) await writeFile(statePath('env'), stackEnvironment(stack), { mode: 0o600 });
    if (!options.keepsBuildCache) await dropGoCaches();
    await say(summary(running.failed, Date.now() - startedAt));
    if (isWhole && process.connected) process.send?.(everythingIsUp);
    // Detached and not whole: nobody watches it, so it ends. At a terminal what works stays up.
    if (isWhole || !process.connected) await untilAborted(signal);
  }
  await say('Stopping …');
  await running.stop();
  await killStrays();
  await say('Stopped. Data is kept in .local/.');
  return isWhole || signal.aborted ? 0 : 1;
}

function untilAborted(signal: AbortSignal): Promise<unknown> {
  return signal.aborted ? Promise.resolve() : once(signal, 'abort');
}

function summary(failed: readonly string[], elapsedMs: number): string {
  if (failed.length > 0) {
    return `\nNot everything is running: ${failed.join(', ')}. Logs are in .local/logs; mend the cause and start again.`;
  }
  return [
    '',
    `Everything is ready after ${formatElapsed(elapsedMs)}.`,
    '',
    `  Dashboard and API   http://localhost:${ports.api}`,
    `  Stores              http://<slug>.localhost:${ports.stores}`,
    `  Temporal            ${temporalUiUrl}`,
    `  Sign in             email and password in ${operatorFile.replace(`${repositoryRoot}/`, '')}`,
    `  Mail                none is sent: links are in .local/logs/api.log`,
    `  Cluster             KUBECONFIG=.local/kubeconfig`,
    '',
    '  Stop with Ctrl-C or npm stop. NetworkPolicies are not enforced on this single node.',
    '',
  ].join('\n');
}
