import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
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
  const files = await readdir(group.moduleDirectory, { recursive: true, withFileTypes: true });
  const sources = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  for (const path of sources.toSorted()) {
    hash.update(path.slice(group.moduleDirectory.length)).update(await readFile(path));
  }
  return cachePath('bin', `${group.name}-${hash.digest('hex').slice(0, 16)}`);
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function digestsOf(directory: string, names: readonly string[]): Promise<Record<string, string>> {
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await digestOf(join(directory, name))])),
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
}
