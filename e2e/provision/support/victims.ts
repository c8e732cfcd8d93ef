import type { TestPlatform } from './platform.ts';
import { processesOf } from './processes.ts';
import { until } from './until.ts';

/** What is killed and comes back; helm does not, it is run again. */
export type Victim = 'worker' | 'api' | 'temporal' | 'cluster';

/** Ends a part of the platform with SIGKILL and sees that it comes back. */
export async function killAndRevive(platform: TestPlatform, victim: Victim): Promise<void> {
  if (victim === 'worker' || victim === 'api') {
    await platform.processes[victim].kill();
    await platform.processes[victim].start();
    return;
  }
  // The local stack starts both again by itself; that they came back is part of the test.
  const program = victim === 'temporal' ? 'temporal-server' : 'kube-apiserver';
  const pid = await onlyProcess(program);
  process.kill(pid, 'SIGKILL');
  await until(`a new ${program}`, async () => {
    const pids = await processesOf(program);
    return pids.length > 0 && !pids.includes(pid) ? true : undefined;
  });
  await until(`${program} answers`, () => isBack(platform, victim));
}

async function isBack(platform: TestPlatform, victim: Victim): Promise<true | undefined> {
  const check =
    victim === 'temporal' ? platform.temporal.workflowService.getSystemInfo({}) : platform.kube.list('/api/v1/nodes');
  return check.then(
    () => true as const,
    () => undefined,
  );
}

async function onlyProcess(program: string): Promise<number> {
  const [pid, ...others] = await processesOf(program);
  if (pid === undefined || others.length > 0) throw new Error(`exactly one ${program} expected`);
  return pid;
}
