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

function readOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { detach: { type: 'boolean' }, context: { type: 'string' }, 'keep-build-cache': { type: 'boolean' } },
  });
  return {
    isDetached: values.detach ?? false,
    context: values.context,
    keepsBuildCache: values['keep-build-cache'] ?? false,
  };
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

async function startDetached(args: readonly string[]): Promise<number> {
  mkdirSync(logDirectory, { recursive: true, mode: 0o700 });
  const log = openSync(join(logDirectory, 'supervisor.log'), 'a');
  const supervisorArgs = [
    join(repositoryRoot, 'local/src/cli.ts'),
    'start',
    ...args.filter((arg) => arg !== '--detach'),
  ];
  const child = spawn(process.execPath, supervisorArgs, { detached: true, stdio: ['ignore', log, log, 'ipc'] });
  child.on('message', (line) => console.log(line));
  // The supervisor disconnects once every part is up or has failed; it lives on. Or it ends, having failed.
  await Promise.race([once(child, 'disconnect'), once(child, 'exit')]);
  child.unref();
  return child.exitCode ?? 0;
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
  const say = lineWriter();
  const progress: Progress = process.stdout.isTTY ? liveProgress(names, process.stdout) : plainProgress(names, say);
  const running = await runParts(stack.parts, progress, signal);
  progress.finish();
  if (!signal.aborted) {
    await writeFile(statePath('env'), stackEnvironment(stack), { mode: 0o600 });
    if (!options.keepsBuildCache) await dropGoCaches();
    for (const line of summary(running.failed, Date.now() - startedAt)) say(line);
    process.disconnect?.();
    if (running.failed.length === 0 || process.stdout.isTTY || process.env['SHOPWRIGHT_KEEP_FAILED'])
      await untilAborted(signal);
  }
  say('Stopping …');
  await running.stop();
  await killStrays();
  say('Stopped. Data is kept in .local/.');
  return running.failed.length > 0 && !signal.aborted ? 1 : 0;
}

function untilAborted(signal: AbortSignal): Promise<unknown> {
  return signal.aborted ? Promise.resolve() : once(signal, 'abort');
}

/** Writes lines to the terminal and, where this process was detached, to the command that waits for it. */
function lineWriter(): (line: string) => void {
  return (line) => {
    console.log(line);
    if (process.connected) process.send?.(line);
  };
}

function summary(failed: readonly string[], elapsedMs: number): string[] {
  if (failed.length > 0) {
    return [
      '',
      `Not everything is running: ${failed.join(', ')}. Logs are in .local/logs; mend the cause and start again.`,
    ];
  }
  return [
    '',
    `Everything is ready after ${formatElapsed(elapsedMs)}.`,
    '',
    `  Dashboard and API   http://localhost:${ports.api}`,
    `  Stores              http://<slug>.localhost:${ports.stores}`,
    `  Temporal            ${temporalUiUrl}`,
    `  Sign in             token in ${operatorFile.replace(`${repositoryRoot}/`, '')}`,
    `  Cluster             KUBECONFIG=.local/kubeconfig`,
    '',
    '  Stop with Ctrl-C or npm stop. NetworkPolicies are not enforced on this single node.',
    '',
  ];
}
