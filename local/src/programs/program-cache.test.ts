import { mkdir, mkdtemp, readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { isIntact, storeBinaries } from './program-cache.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'shopwright-cache-'));
});

async function store(name: string, content: string): Promise<string> {
  const work = join(root, `.building-${name}`);
  await mkdir(work);
  await writeFile(join(work, 'tool'), content);
  await storeBinaries(work, join(root, name), ['tool']);
  return join(root, name);
}

test('a finished build is found whole', async () => {
  const directory = await store('group-aaaa', 'binary');
  expect(await isIntact(directory, ['tool'])).toBe(true);
  expect(await readFile(join(directory, 'tool'), 'utf8')).toBe('binary');
});

test('a damaged binary makes the entry vanish, so that it is built again', async () => {
  const directory = await store('group-aaaa', 'binary');
  await writeFile(join(directory, 'tool'), 'binarx');
  expect(await isIntact(directory, ['tool'])).toBe(false);
  expect(existsSync(directory)).toBe(false);
});

test('an entry without a manifest, or without a program that is asked for, is not whole', async () => {
  await mkdir(join(root, 'group-bbbb'));
  expect(await isIntact(join(root, 'group-bbbb'), [])).toBe(false);
  expect(await isIntact(await store('group-cccc', 'binary'), ['tool', 'other'])).toBe(false);
});

test('only the newest two builds of a group are kept, and other groups are left alone', async () => {
  const past = (await store('group-1', 'one'), new Date(Date.now() - 60_000));
  await store('other-1', 'other');
  await utimes(join(root, 'group-1'), past, past);
  await store('group-2', 'two');
  await store('group-3', 'three');
  expect((await readdir(root)).toSorted()).toEqual(['group-2', 'group-3', 'other-1']);
});
