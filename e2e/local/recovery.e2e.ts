import { waitUntil } from '@shopwright/local';
import { execa } from 'execa';
import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeClone, supervisorOf, type Clone } from './clone.ts';
import { readTraces, type Traces } from './traces.ts';

// A stack of its own, beside the one that the other suites use: started, killed, started again, stopped.
const offset = '3000';
let clone: Clone;
let before: Traces;

beforeAll(async () => {
  clone = await makeClone({ SHOPWRIGHT_PORT_OFFSET: offset });
  before = await readTraces(clone.instanceId);
});

afterAll(async () => {
  await clone.command(['stop']);
  await clone.remove();
});

async function environmentOf(): Promise<Record<string, string>> {
  return parseEnv(await readFile(join(clone.root, '.local/env'), 'utf8')) as Record<string, string>;
}

async function kubectl(...args: string[]): Promise<string> {
  const { HELM_PATH = '', KUBECONFIG = '' } = await environmentOf();
  const { stdout } = await execa(join(dirname(HELM_PATH), 'kubectl'), args, { env: { KUBECONFIG } });
  return stdout;
}

async function query(sql: string): Promise<unknown[]> {
  const { DATABASE_URL } = await environmentOf();
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function startClone(): Promise<void> {
  const { exitCode, output } = await clone.command(['start', '--detach']);
  expect(output).toContain('Everything is ready');
  expect(exitCode).toBe(0);
}

test('a clone without ports of its own says who holds them', async () => {
  const other = await makeClone({});
  try {
    const { exitCode, output } = await other.command(['start', '--detach']);
    expect(exitCode).toBe(1);
    expect(output).toMatch(/8080 \(api\) is held by \S+ \(process \d+\)/);
    expect(output).toContain('SHOPWRIGHT_PORT_OFFSET');
  } finally {
    await other.remove();
  }
});

test('a killed supervisor takes every program along', { timeout: 300_000 }, async () => {
  await startClone();
  await kubectl('create', 'configmap', 'survivor', '--from-literal=answer=42');
  await query('create table survivor as select 42 as answer');
  process.kill(await supervisorOf(clone), 'SIGKILL');
  await waitUntil('its programs to end', async () => (await readTraces(clone.instanceId)).processes.length === 0, {
    timeoutMs: 30_000,
  });
});

test('the next start recovers and has all the data', { timeout: 300_000 }, async () => {
  await startClone();
  expect(await kubectl('get', 'configmap', 'survivor', '--output=jsonpath={.data.answer}')).toBe('42');
  expect(await query('select answer from survivor')).toEqual([{ answer: 42 }]);
});

test('a second start of a running stack is refused', async () => {
  const { exitCode, output } = await clone.command(['start', '--detach']);
  expect(exitCode).toBe(1);
  expect(output).toMatch(/already runs \(process \d+\)/);
});

test('an API server that dies is started again, and the stack says so', async () => {
  const { KUBECONFIG = '' } = await environmentOf();
  const address = /https:\/\/([\d.]+):6443/.exec(await readFile(KUBECONFIG, 'utf8'))?.[1] ?? '';
  const apiServers = (await execa('pgrep', ['--full', `kube-apiserver.*--advertise-address=${address} `])).stdout.split(
    '\n',
  );
  for (const pid of apiServers) process.kill(Number(pid), 'SIGKILL');
  const supervisorLog = join(clone.root, '.local/logs/supervisor.log');
  const isBack = async (): Promise<boolean> => (await kubectl('get', '--raw=/readyz').catch(() => '')) === 'ok';
  await waitUntil('the API server to be back', isBack, { timeoutMs: 60_000 });
  expect(await readFile(supervisorLog, 'utf8')).toMatch(/kube-apiserver died \(\S+\); starting it again/);
});

test('npm stop after a kill leaves nothing', { timeout: 120_000 }, async () => {
  process.kill(await supervisorOf(clone), 'SIGKILL');
  const { exitCode } = await clone.command(['stop']);
  expect(exitCode).toBe(0);
  expect(await readTraces(clone.instanceId)).toEqual(before);
});
