import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { statePath } from '../core/paths.ts';

/** Settings of the whole machine that the kubelet changes at its start (pkg/kubelet/cm/container_manager_linux.go). */
const changedByKubelet = [
  'vm/overcommit_memory',
  'vm/panic_on_oom',
  'kernel/panic',
  'kernel/panic_on_oops',
  'kernel/keys/root_maxkeys',
  'kernel/keys/root_maxbytes',
];

const savedPath = statePath('cluster', 'sysctls.json');

const sysctlPath = (name: string): string => `/proc/sys/${name}`;

/** Notes the settings before the kubelet changes them. A note that is still there, from a start that was killed, is the older truth and stays. */
export async function saveSysctls(): Promise<void> {
  if (existsSync(savedPath)) return;
  const values: Record<string, string> = {};
  for (const name of changedByKubelet) {
    if (existsSync(sysctlPath(name))) values[name] = (await readFile(sysctlPath(name), 'utf8')).trim();
  }
  await mkdir(dirname(savedPath), { recursive: true });
  await writeFile(savedPath, JSON.stringify(values));
}

/** Puts the noted settings back. Safe to repeat. */
export async function restoreSysctls(): Promise<void> {
  if (!existsSync(savedPath)) return;
  const values = JSON.parse(await readFile(savedPath, 'utf8')) as Record<string, string>;
  for (const [name, value] of Object.entries(values)) await writeFile(sysctlPath(name), value);
  await rm(savedPath);
}
