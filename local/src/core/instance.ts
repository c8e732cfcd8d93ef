import { createHash } from 'node:crypto';
import { repositoryRoot } from './paths.ts';

/** Six hexadecimal digits that tell the stack of a checkout from another one on the same machine. */
export function instanceIdOf(root: string): string {
  return createHash('sha256').update(root).digest('hex').slice(0, 6);
}

/** The id of this checkout's stack. */
export const instanceId = instanceIdOf(repositoryRoot);

/** Name of the network namespace and of the cgroup that belong to this checkout. */
export const instanceName = `shopwright-${instanceId}`;

/** Environment variable that marks every process of this stack, so that cleanup finds strays after a crash. */
export const instanceMark = { SHOPWRIGHT_INSTANCE: instanceId };
