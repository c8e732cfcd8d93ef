import { readFile } from 'node:fs/promises';
import { StackError } from '../core/stack-error.ts';
import { processesInNode } from './network.ts';

/**
 * Arguments that run a command inside the node that another process supervises: put them before the command.
 * @throws StackError when no node of this checkout runs
 */
export async function enterRunningNode(): Promise<readonly string[]> {
  for (const pid of await processesInNode()) {
    const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
    if (name.trim() === 'tini') return ['nsenter', '--target', String(pid), '--mount', '--pid', '--net', '--'];
  }
  throw new StackError('The node of this checkout does not run.', { fix: 'npm start' });
}
