import { createHash } from 'node:crypto';
import { repositoryRoot } from './paths.ts';

/** Six hexadecimal digits that tell this checkout's stack from another one on the same machine. */
export const instanceId = createHash('sha256').update(repositoryRoot).digest('hex').slice(0, 6);

/** Name of the network namespace and of the cgroup that belong to this checkout. */
export const instanceName = `shopwright-${instanceId}`;

/** Environment variable that marks every process of this stack, so that cleanup finds strays after a crash. */
export const instanceMark = { SHOPWRIGHT_INSTANCE: instanceId };
