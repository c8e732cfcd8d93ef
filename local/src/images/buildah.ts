import { execa } from 'execa';

export interface BuildContext {
  signal: AbortSignal;
  /** One line of progress. */
  log: (line: string) => void;
}

/** Runs buildah with low priority, passes its output on line by line. Throws with its last lines when it fails. */
export async function buildah(arguments_: readonly string[], { signal, log }: BuildContext): Promise<void> {
  const run = execa('nice', ['-n', '10', 'buildah', ...arguments_], {
    all: true,
    cancelSignal: signal,
    stdin: 'ignore',
    maxBuffer: 8_000_000,
  });
  for await (const line of run.iterable({ from: 'all' })) log(line);
  await run;
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
