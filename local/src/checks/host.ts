import { statfs } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { StackError } from '../core/stack-error.ts';

const twoWays =
  'use an existing cluster (npm start -- --context NAME), or Docker Compose with k3s (docs/docker-compose.md)';

/** Why this machine cannot run the single-node cluster, or undefined. */
export function whyNoNode(): StackError | undefined {
  if (process.platform !== 'linux')
    return new StackError(`The single-node cluster runs on Linux only, not on ${process.platform}.`, { fix: twoWays });
  if (process.getuid?.() !== 0) {
    return new StackError('The single-node cluster needs root: it makes namespaces, mounts and cgroups.', {
      fix: `run the command as root, or ${twoWays}`,
    });
  }
  return undefined;
}

/** Free bytes of the file system that holds `path` or will hold it. */
export async function freeBytes(path: string): Promise<number> {
  let existing = path;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = await statfs(existing);
  return bavail * bsize;
}

const gib = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GiB`;

/** @throws StackError naming what is needed and what there is */
export async function requireFreeSpace(path: string, neededBytes: number, purpose: string): Promise<void> {
  const free = await freeBytes(path);
  if (free >= neededBytes) return;
  throw new StackError(
    `The disk that holds ${path} is too small ${purpose}: ${gib(neededBytes)} needed, ${gib(free)} free.`,
    {
      fix: 'free some space, or set XDG_CACHE_HOME to a folder on a larger disk',
    },
  );
}
