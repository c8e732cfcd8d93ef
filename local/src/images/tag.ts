import { createHash } from 'node:crypto';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { fileDigest, hashDirectory } from '../core/digest.ts';
import { type ImageManifest, readManifest } from './manifest.ts';
import type { ImagePaths } from './paths.ts';

/** Increase when the way of building changes what comes out of the same inputs. */
const buildRevision = '1';

/**
 * Content address of an image: its folder, the archives it takes in and the addresses of the images it stands on.
 * A missing archive counts as absent, so the address exists before the archive does.
 */
export async function imageTag(manifest: ImageManifest, paths: ImagePaths): Promise<string> {
  const hash = createHash('sha256').update(buildRevision);
  await hashDirectory(hash, manifest.directory);
  for (const archive of manifest.archives) {
    hash.update(`${archive.file}\0${await digestOrAbsent(path.join(paths.archives, archive.file))}\n`);
  }
  for (const [argument, base] of Object.entries(manifest.bases)) {
    hash.update(`${argument}\0${await imageTag(await readManifest(paths.sources, base), paths)}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Reference under which an image is built, imported and named in Helm values. */
export function imageReference(name: string, tag: string): string {
  return `localhost/shopwright/${name}:${tag}`;
}

async function digestOrAbsent(file: string): Promise<string> {
  const isPresent = await access(file).then(
    () => true,
    () => false,
  );
  return isPresent ? fileDigest(file) : 'absent';
}
