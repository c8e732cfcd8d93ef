import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Archive } from './manifest.ts';

/** Archives that are not in the archive folder. */
export async function missingArchives(archives: readonly Archive[], directory: string): Promise<Archive[]> {
  const missing = [];
  for (const archive of archives) {
    const isPresent = await access(path.join(directory, archive.file)).then(
      () => true,
      () => false,
    );
    if (!isPresent) missing.push(archive);
  }
  return missing;
}

/** Says which files are missing and exactly where each has to go. */
export function describeMissingArchives(missing: readonly Archive[], directory: string): string {
  const lines = missing.map((archive) => `${path.join(directory, archive.file)} (from ${archive.url})`);
  return `missing ${lines.join(', ')}`;
}
