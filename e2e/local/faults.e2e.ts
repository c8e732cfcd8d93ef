import { execa } from 'execa';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeClone, type Clone } from './clone.ts';
import { readTraces } from './traces.ts';

// What keeps a stack from starting is said before anything is started.
const environment = { SHOPWRIGHT_PORT_OFFSET: '3000' };
let clone: Clone;
let scratch: string;

beforeAll(async () => {
  clone = await makeClone(environment);
  scratch = await mkdtemp(join(tmpdir(), 'shopwright-faults-'));
});

afterAll(async () => {
  await clone.remove();
  await rm(scratch, { recursive: true, force: true });
});

async function refusedStart(more: Record<string, string> = {}, ...args: string[]): Promise<string> {
  const { exitCode, output } = await clone.command(['start', '--detach', ...args], more);
  expect(exitCode).toBe(1);
  expect(existsSync(join(clone.root, '.local/postgres'))).toBe(false);
  expect((await readTraces(clone.instanceId)).processes).toEqual([]);
  return output;
}

/** A PATH on which `go` is this script, or nothing that can be run. */
async function pathWithGo(script: string): Promise<{ PATH: string }> {
  const directory = await mkdtemp(join(scratch, 'path-'));
  await writeFile(join(directory, 'go'), script);
  await chmod(join(directory, 'go'), 0o755);
  return { PATH: `${directory}:${process.env['PATH']}` };
}

test('somebody who is not root is told the ways that work without', async () => {
  const asPerson = await execa(
    'unshare',
    ['--user', '--map-user=1000', '--map-group=1000', 'node', 'local/bootstrap.mjs', 'start', '--detach'],
    { cwd: clone.root, env: environment, all: true, reject: false, stdin: 'ignore' },
  );
  expect(asPerson.exitCode).toBe(1);
  expect(asPerson.all).toMatch(/needs root.*\n.*--context NAME.*docker-compose\.md/);
});

test('no Go is named, with the place to get it', async () => {
  const output = await refusedStart(await pathWithGo('#!/bin/sh\nexit 127\n'));
  expect(output).toMatch(/Go is not installed.*\n.*https:\/\/go\.dev\/dl\//);
});

test('a Go that is too old is named with its version', async () => {
  expect(await refusedStart(await pathWithGo('#!/bin/sh\necho go1.21.3\n'))).toContain('Go 1.21.3 is too old.');
});

test('a disk that is too small is measured before anything starts', async () => {
  const disk = join(scratch, 'disk');
  await mkdir(disk);
  await execa('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'shopwright-faults', disk]);
  try {
    const output = await refusedStart({ XDG_CACHE_HOME: disk });
    expect(output).toMatch(/too small for building from source: 14\.0 GiB needed, 0\.0 GiB free/);
    expect(output).toContain('XDG_CACHE_HOME');
  } finally {
    await execa('umount', [disk]);
  }
});

test('a port that is taken is named with the program that holds it', async () => {
  const server = createServer().listen(8233 + 3000, '127.0.0.1');
  await once(server, 'listening');
  try {
    expect(await refusedStart()).toMatch(
      new RegExp(`11233 \\(temporalUi\\) is held by \\S+ \\(process ${process.pid}\\)`),
    );
  } finally {
    server.close();
  }
});

test('an unknown context is refused with those that are known', async () => {
  const kubeconfig = join(scratch, 'kubeconfig');
  await writeFile(
    kubeconfig,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'home', cluster: { server: 'https://127.0.0.1:1' } }],
      users: [{ name: 'home', user: {} }],
      contexts: [{ name: 'home', context: { cluster: 'home', user: 'home' } }],
      'current-context': 'home',
    }),
  );
  const output = await refusedStart({ KUBECONFIG: kubeconfig }, '--context', 'production');
  expect(output).toMatch(/no context called "production".*\n.*one of: home/);
});

test('a lock of a process that is gone keeps nobody out', async () => {
  await mkdir(join(clone.root, '.local'), { recursive: true });
  await writeFile(join(clone.root, '.local/supervisor.lock'), JSON.stringify({ pid: process.pid, startTicks: '1' }));
  expect(await refusedStart(await pathWithGo('#!/bin/sh\nexit 127\n'))).toContain('Go is not installed');
});

test('an unknown command and an unknown option are refused with what there is', async () => {
  expect((await clone.command(['begin'])).output).toContain('start');
  const unknownOption = await clone.command(['start', '--contxt', 'x']);
  expect(unknownOption.exitCode).toBe(1);
  expect(unknownOption.output).toMatch(/--contxt[^]*npm start \[-- options\]/);
});
