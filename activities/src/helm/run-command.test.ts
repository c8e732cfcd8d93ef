import { describe, expect, it, vi } from 'vitest';
import { requireHelmSuccess } from './helm-failure.ts';
import { runCommand } from './run-command.ts';

const never = new AbortController().signal;
const result = (stderr: string) => ({ exitCode: 1, endedBy: null, stdout: '', stderr });

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('run command', () => {
  it('passes arguments as they are and keeps both streams', async () => {
    const args = ['-c', 'echo "$1"; echo problem >&2; exit 3', 'sh', '$(touch /tmp/x) "quoted", comma'];
    const ended = await runCommand({ command: 'sh', args, signal: never });
    expect(ended).toEqual({
      exitCode: 3,
      endedBy: null,
      stdout: '$(touch /tmp/x) "quoted", comma\n',
      stderr: 'problem\n',
    });
  });

  it('hides secrets that a program prints', async () => {
    const ended = await runCommand({ command: 'echo', args: ['password=hunter2'], signal: never });
    expect(ended.stdout).not.toContain('hunter2');
  });

  it('ends the whole group on abort, also what ignores SIGTERM', async () => {
    const stop = new AbortController();
    const script = 'trap "" TERM; sleep 60 & echo $! >&2; wait';
    let child = 0;
    const running = runCommand({ command: 'sh', args: ['-c', script], signal: stop.signal });
    await vi.waitUntil(async () => {
      child = await pidOf('sleep\u000060');
      return child > 0;
    });
    stop.abort(new Error('cancelled'));
    await expect(running).rejects.toThrow('cancelled');
    await vi.waitUntil(() => !isAlive(child), { timeout: 5000 });
  }, 10_000);

  it('says when the program is not there', async () => {
    await expect(runCommand({ command: '/none/helm', args: [], signal: never })).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  it('does not start at all once aborted', async () => {
    await expect(runCommand({ command: 'echo', args: [], signal: AbortSignal.abort() })).rejects.toThrow();
  });
});

async function pidOf(commandLine: string): Promise<number> {
  const { readdir, readFile } = await import('node:fs/promises');
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const args = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    if (args.startsWith(commandLine) && stat !== '') return Number(name);
  }
  return 0;
}

describe('helm failures', () => {
  it.each([
    ['Error: UPGRADE FAILED: another operation (install/upgrade/rollback) is in progress', 'RELEASE_BUSY'],
    ["Error: values don't meet the specifications of the schema(s)", 'CHART_INVALID'],
    ['Error: Kubernetes cluster unreachable: connection refused', 'CLUSTER_UNAVAILABLE'],
    ['Error: services "web" is forbidden: exceeded quota: store', 'QUOTA_EXCEEDED'],
    ['Error: something else', 'HELM_FAILED'],
  ])('%s', (stderr, code) => {
    expect(() => requireHelmSuccess(result(stderr))).toThrow(expect.objectContaining({ code }));
  });

  it('says which signal ended it', () => {
    const killed = { exitCode: null, endedBy: 'SIGKILL', stdout: '', stderr: '' } as const;
    expect(() => requireHelmSuccess(killed)).toThrow(/ended by SIGKILL/);
  });
});
