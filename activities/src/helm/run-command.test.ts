import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { requireHelmSuccess } from './helm-failure.ts';
import { runCommand } from './run-command.ts';

/** Longer than any of it takes. */
const patience = { timeout: 5000 };
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
    const pidFile = join(await mkdtemp(join(tmpdir(), 'shopwright-run-command-')), 'pid');
    const args = ['-c', 'trap "" TERM; sleep 60 & echo $! > "$1"; wait', 'sh', pidFile];
    const running = runCommand({ command: 'sh', args, signal: stop.signal, killGraceMs: 100 });
    const child = await vi.waitUntil(async () => Number(await readFile(pidFile, 'utf8').catch(() => '')), patience);
    stop.abort(new Error('cancelled'));
    await expect(running).rejects.toThrow('cancelled');
    await vi.waitUntil(() => !isAlive(child), patience);
  });

  it('says when the program is not there', async () => {
    await expect(runCommand({ command: '/none/helm', args: [], signal: never })).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  it('does not start at all once aborted', async () => {
    await expect(runCommand({ command: 'echo', args: [], signal: AbortSignal.abort() })).rejects.toThrow();
  });
});

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
