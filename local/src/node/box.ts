import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { statePath } from '../core/paths.ts';
import { StackError } from '../core/stack-error.ts';
import { waitUntil } from '../core/wait.ts';
import { Daemon, childrenOf } from '../supervisor/daemon.ts';
import { networkNamespacePath, processesInNode } from './network.ts';

/** Directory on the machine that keeps the node's data. */
export const nodeState = statePath('cluster');

/** The same directory as the node's programs see it. */
export const nodeStateInside = '/run/shopwright';

/** The namespaces that the node's programs live in. When its first process ends, the kernel ends all of them. */
export interface Box {
  readonly daemon: Daemon;
  /** Arguments that run a command inside: put them before the command. */
  readonly enter: readonly string[];
}

/** Starts the namespaces. The network namespace must be there. */
export async function startBox(options: {
  notice: (message: string) => void;
  onDeath: () => void;
  signal: AbortSignal;
}): Promise<Box> {
  await mkdir(nodeState, { recursive: true, mode: 0o755 });
  const init = fileURLToPath(new URL('box-init.sh', import.meta.url));
  const daemon = await Daemon.start(
    {
      name: 'node-box',
      command: 'nsenter',
      args: [
        `--net=${networkNamespacePath}`,
        '--',
        'unshare',
        '--mount',
        '--pid',
        '--fork',
        '--kill-child',
        '--mount-proc',
        '--',
        'sh',
        init,
        nodeState,
      ],
      isReady: isInside,
      readyTimeoutMs: 10_000,
      onDeath: options.onDeath,
      notice: options.notice,
    },
    options.signal,
  );
  const first = firstProcess(daemon);
  return { daemon, enter: ['nsenter', '--target', String(first), '--mount', '--pid', '--net', '--'] };
}

async function isInside(): Promise<boolean> {
  for (const pid of await processesInNode()) {
    const command = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
    if (command.trim() === 'sleep') return true;
  }
  return false;
}

function firstProcess(daemon: Daemon): number {
  const [first] = daemon.processId === undefined ? [] : childrenOf(daemon.processId);
  if (first === undefined) throw new StackError("The node's first process is gone; see .local/logs/node-box.log");
  return first;
}

/** Ends every process of a node whose supervisor is gone. */
export async function killStrayBox(signal: AbortSignal): Promise<void> {
  for (const pid of await processesInNode()) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Ended in the meantime, with the process namespace that it was in.
    }
  }
  await waitUntil('the processes of the old node to end', async () => (await processesInNode()).length === 0, {
    timeoutMs: 20_000,
    signal,
  });
}
