import { killStrayBox } from './box.ts';
import { removeNodeCgroup } from './cgroups.ts';
import { removeNodeNetwork } from './network.ts';
import { restoreSysctls } from './sysctls.ts';
import { execa } from 'execa';

/** True when this process may hold, and so leave, namespaces and cgroups at all. */
const mayHoldNode = process.platform === 'linux' && process.getuid?.() === 0;

/**
 * Removes whatever is left of a node of this checkout: processes, namespaces, mounts, cgroups, changed settings. Keeps its data.
 * Safe to repeat, and after a supervisor that was killed.
 */
export async function removeNode(signal: AbortSignal): Promise<void> {
  if (!mayHoldNode) return;
  if ((await execa('ip', ['-V'], { reject: false })).failed) return; // Never started here: the node cannot do without.
  await killStrayBox(signal);
  await removeNodeNetwork();
  await removeNodeCgroup();
  await restoreSysctls();
}
