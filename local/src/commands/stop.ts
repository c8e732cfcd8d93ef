import { findSupervisor } from '../core/stack-lock.ts';
import { killStrays } from '../core/strays.ts';
import { waitUntil } from '../core/wait.ts';
import { removeNode } from '../node/remove-node.ts';

const gracePeriodMs = 90_000;

/** Stops this checkout's stack, also one whose supervisor was killed. Resolves with the exit code. */
export async function stop(): Promise<number> {
  const supervisor = await findSupervisor();
  if (supervisor) {
    console.log(`Stopping the stack (process ${supervisor.pid}) …`);
    process.kill(supervisor.pid, 'SIGTERM');
    const isGone = async (): Promise<boolean> => (await findSupervisor()) === undefined;
    await waitUntil('the supervisor to stop', isGone, { timeoutMs: gracePeriodMs }).catch(() => {
      console.log('It did not stop in time and is killed.');
      process.kill(supervisor.pid, 'SIGKILL');
    });
  }
  // Also without a supervisor: one that was killed leaves its node behind.
  await killStrays();
  await removeNode(AbortSignal.timeout(60_000));
  console.log(supervisor ? 'Stopped. Data is kept in .local/.' : 'Nothing is running.');
  return 0;
}
