import { homedir } from 'node:os';
import path from 'node:path';

/** Where image sources, archives and finished images live. */
export interface ImagePaths {
  /** One folder per image, each with an `image.json`. */
  sources: string;
  /** Release archives of third-party software, for builds without the internet. */
  archives: string;
  /** Finished images as OCI archives. */
  images: string;
}

/** Folders of this checkout and of this user's cache (`$XDG_CACHE_HOME/shopwright`, else `~/.cache/shopwright`). */
export function defaultImagePaths(environment: NodeJS.ProcessEnv = process.env): ImagePaths {
  const cacheRoot = environment['XDG_CACHE_HOME'] || path.join(homedir(), '.cache');
  const cache = path.join(cacheRoot, 'shopwright');
  return {
    sources: path.resolve(import.meta.dirname, '../../../images'),
    archives: path.join(cache, 'archives'),
    images: path.join(cache, 'images'),
  };
}
