import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instanceName } from '../core/instance.ts';

/** Mount points of all cgroup hierarchies: one for version 2, one per controller for version 1. */
async function hierarchies(): Promise<string[]> {
  const mounts = await readFile('/proc/self/mounts', 'utf8');
  return mounts
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, , type]) => type === 'cgroup' || type === 'cgroup2')
    .map(([, path]) => path ?? '');
}

/** Makes the cgroup that all pods of the node live in. Returns its path as the kubelet names it. */
export async function createNodeCgroup(): Promise<string> {
  for (const root of await hierarchies()) {
    const path = join(root, instanceName);
    await mkdir(path, { recursive: true });
    // Version 1 leaves these two empty, and a group without processors takes no process.
    for (const file of ['cpuset.mems', 'cpuset.cpus']) {
      if (existsSync(join(root, file)) && existsSync(join(path, file))) {
        await writeFile(join(path, file), await readFile(join(root, file), 'utf8'));
      }
    }
  }
  return `/${instanceName}`;
}

async function removeTree(path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) await removeTree(join(path, entry.name));
  }
  await rmdir(path);
}

/** Removes the node's cgroups; their processes must be gone. Safe to repeat. */
export async function removeNodeCgroup(): Promise<void> {
  for (const root of await hierarchies()) {
    const path = join(root, instanceName);
    if (existsSync(path)) await removeTree(path);
  }
}
