import { execa } from 'execa';

export interface BuildContext {
  signal: AbortSignal;
  /** One line of progress. */
  log: (line: string) => void;
}

/** Lines of a failed command that its error repeats. */
const reportedLines = 15;

/** A build that is killed leaves its mounts behind; in a mount namespace of its own they end with it. */
const ownMounts = ['unshare', '--mount', '--propagation', 'private', '--'];

/** Runs buildah with low priority, passes its output on line by line. */
export async function buildah(arguments_: readonly string[], context: BuildContext): Promise<void> {
  await runLogged([...ownMounts, 'buildah', ...arguments_], context);
}

/** Runs a command with low priority; throws with its last lines when it fails. */
export async function runLogged(command: readonly string[], { signal, log }: BuildContext): Promise<void> {
  const lines: string[] = [];
  const run = execa('nice', ['-n', '10', ...command], {
    all: true,
    buffer: false,
    cancelSignal: signal,
    reject: false,
    stdin: 'ignore',
  });
  for await (const line of run.iterable({ from: 'all' })) {
    log(line);
    lines.push(line);
    if (lines.length > reportedLines) lines.shift();
  }
  const result = await run;
  signal.throwIfAborted();
  if (result.failed) throw new Error(`${command[0]} failed with exit code ${result.exitCode}:\n${lines.join('\n')}`);
}

/** Whether the local image storage of buildah holds a reference. */
export async function isStored(reference: string, signal: AbortSignal): Promise<boolean> {
  const { exitCode } = await execa('buildah', ['inspect', '--type', 'image', reference], {
    cancelSignal: signal,
    reject: false,
    stdout: 'ignore',
    stderr: 'ignore',
  });
  return exitCode === 0;
}
