import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of a file's bytes, lower-case hex. */
export async function fileDigest(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Adds every file below a folder to a hash: its path, whether it is executable, its content. */
export async function hashDirectory(hash: Hash, directory: string): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
  for (const file of files) {
    const { mode } = await stat(file);
    const executable = (mode & 0o111) !== 0;
    hash.update(`${path.relative(directory, file)}\0${executable}\0${await fileDigest(file)}\n`);
  }
}
