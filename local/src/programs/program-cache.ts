import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileDigest, hashDirectory } from '../core/digest.ts';
import { cachePath } from '../core/paths.ts';
import type { ProgramGroup } from './catalog.ts';

const manifestName = 'manifest.json';

/** Directory of a group's finished binaries; its name holds everything that decides what the binaries are. */
export async function binaryDirectory(
  group: ProgramGroup,
  goVersion: string,
  flags: readonly string[],
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([goVersion, flags, group.packages, group.linkerFlags]));
  await hashDirectory(hash, group.moduleDirectory);
  return cachePath('bin', `${group.name}-${hash.digest('hex').slice(0, 16)}`);
}

async function digestsOf(directory: string, names: readonly string[]): Promise<Record<string, string>> {
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await fileDigest(join(directory, name))])),
  );
}

/** True when the directory holds every program just as it was built; a damaged entry is removed. */
export async function isIntact(directory: string, names: readonly string[]): Promise<boolean> {
  try {
    const expected = await readFile(join(directory, manifestName), 'utf8');
    if (expected === JSON.stringify(await digestsOf(directory, names))) return true;
  } catch {
    // Not there, or not whole: both are mended by building again.
  }
  await rm(directory, { recursive: true, force: true });
  return false;
}

/** Puts a finished build into its place in one step, so that a half-written binary is never seen under the final name. */
export async function storeBinaries(from: string, directory: string, names: readonly string[]): Promise<void> {
  await writeFile(join(from, manifestName), JSON.stringify(await digestsOf(from, names)));
  await mkdir(join(directory, '..'), { recursive: true });
  await rm(directory, { recursive: true, force: true });
  await rename(from, directory);
  await pruneOlderBuilds(directory);
}

/** Builds of a group that are kept: the newest, and the one before it, from which a running stack may have been started. */
const keptBuilds = 2;

async function pruneOlderBuilds(newest: string): Promise<void> {
  const parent = dirname(newest);
  const prefix = basename(newest).replace(/[^-]+$/, '');
  const builds = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  const dated = await Promise.all(
    builds.map(async (name) => ({ path: join(parent, name), time: (await stat(join(parent, name))).mtimeMs })),
  );
  for (const { path } of dated.toSorted((a, b) => b.time - a.time).slice(keptBuilds))
    await rm(path, { recursive: true });
}
