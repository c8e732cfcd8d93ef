import { describeMissingArchives, missingArchives } from './archives.ts';
import { archivePath, cachedSizes } from './cache.ts';
import { imageNames, readManifest } from './manifest.ts';
import { defaultImagePaths, type ImagePaths } from './paths.ts';
import { imageReference, imageTag } from './tag.ts';

/** What would happen if an image was asked for now. */
export interface PlannedImage {
  name: string;
  description: string;
  reference: string;
  /** Whether the finished image is already in the cache. */
  isCached: boolean;
  /** The engine and the role in it that this image plays. */
  provides?: { engine: string; role: string };
  /** Absent when the image can be built; otherwise what is missing and where it has to go. */
  unavailable?: string;
}

/** Every image of the project with its address and whether it can be built here. Builds nothing. */
export async function imagePlan(paths: ImagePaths = defaultImagePaths()): Promise<PlannedImage[]> {
  const names = await imageNames(paths.sources);
  return Promise.all(names.map((name) => planImage(name, paths)));
}

async function planImage(name: string, paths: ImagePaths): Promise<PlannedImage> {
  const manifest = await readManifest(paths.sources, name);
  const tag = await imageTag(manifest, paths);
  const isCached = (await cachedSizes(archivePath(paths.images, name, tag))) !== undefined;
  const planned = {
    name,
    description: manifest.description,
    reference: imageReference(name, tag),
    isCached,
    ...(manifest.provides && { provides: manifest.provides }),
  };
  const missing = await missingArchives(manifest.archives, paths.archives);
  if (missing.length === 0) return planned;
  return { ...planned, unavailable: describeMissingArchives(missing, paths.archives) };
}
