import { existsSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { waitUntil } from '../core/wait.ts';
import { Daemon, type DaemonSpec } from './daemon.ts';

let directory: string;
let daemon: Daemon | undefined;
const notices: string[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'shopwright-daemon-'));
  notices.length = 0;
});
afterEach(async () => daemon?.stop());

/** A shell program that notes every start and, when `body` is reached, does what the test wants. */
function spec(body: string, extra: Partial<DaemonSpec> = {}): DaemonSpec {
  const started = join(directory, 'started');
  return {
    name: 'test-daemon',
    command: 'sh',
    args: ['-c', `echo run >> ${started}; ${body}`],
    isReady: async () => existsSync(started),
    readyTimeoutMs: 5_000,
    notice: (message) => notices.push(message),
    ...extra,
  };
}

const starts = async (): Promise<number> =>
  (await readFile(join(directory, 'started'), 'utf8')).trim().split('\n').length;
const signal = new AbortController().signal;

test('a program that dies is started again and the death is told', async () => {
  daemon = await Daemon.start(spec('exec sleep 60'), signal);
  process.kill(daemon.processId ?? 0, 'SIGKILL');
  await waitUntil('a second start', async () => (await starts()) === 2, { timeoutMs: 5_000 });
  expect(notices).toEqual(['test-daemon died (SIGKILL); starting it again']);
});

test('a program that never starts is given up with the path of its log', async () => {
  await expect(
    Daemon.start(spec('exit 3', { isReady: async () => false, readyTimeoutMs: 20_000 }), signal),
  ).rejects.toThrow(/test-daemon does not start; its log is .*test-daemon\.log/);
  expect(notices.at(-1)).toMatch(/died 5 times in a row and is given up/);
});

test('stop ends a program that ignores the polite signal', async () => {
  daemon = await Daemon.start(spec('trap "" TERM; while :; do sleep 0.05; done', { stopTimeoutMs: 100 }), signal);
  const pid = daemon.processId ?? 0;
  await daemon.stop();
  expect(existsSync(`/proc/${pid}`)).toBe(false);
  expect(await starts()).toBe(1);
});
