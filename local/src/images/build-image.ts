import path from 'node:path';
import process from 'node:process';
import { describeMissingArchives, missingArchives } from './archives.ts';
import { type BuildContext, buildah, isStored } from './buildah.ts';
import { archivePath, cachedSizes, type ImageSizes, pruneArchives, saveArchive } from './cache.ts';
import { type ImageManifest, readManifest } from './manifest.ts';
import { defaultImagePaths, type ImagePaths } from './paths.ts';
import { buildRootFileSystem } from './root-file-system.ts';
import { imageReference, imageTag } from './tag.ts';

export interface BuiltImage {
  reference: string;
  /** OCI archive of the image, for `importImage`. */
  archive: string;
  builtFromCache: boolean;
  sizes: ImageSizes;
}

export interface BuildOptions extends BuildContext {
  paths?: ImagePaths;
}

/**
 * Gives an image of `images/`, building it and what it stands on only when their inputs changed.
 * Throws when an archive is missing or a build fails.
 */
export async function buildImage(name: string, options: BuildOptions): Promise<BuiltImage> {
  const paths = options.paths ?? defaultImagePaths();
  const manifest = await readManifest(paths.sources, name);
  const tag = await imageTag(manifest, paths);
  const reference = imageReference(name, tag);
  const archive = archivePath(paths.images, name, tag);
  const cached = await cachedSizes(archive);
  if (cached !== undefined) return { reference, archive, builtFromCache: true, sizes: cached };
  await ensureStored(manifest, reference, options, paths);
  const sizes = await saveArchive(reference, archive, options);
  await pruneArchives(paths.images, name);
  return { reference, archive, builtFromCache: false, sizes };
}

/** A chroot shares the network and the processes of this machine; these let a build step that starts servers leave them. */
const isolation = ['--cap-add', 'CAP_SYS_ADMIN', '--cap-add', 'CAP_NET_ADMIN'];

/** Builds into buildah's storage, which is where an image that stands on this one looks for it. */
async function ensureStored(
  manifest: ImageManifest,
  reference: string,
  context: BuildContext,
  paths: ImagePaths,
): Promise<void> {
  if (await isStored(reference, context.signal)) return;
  context.log(`building ${reference}`);
  if (manifest.kind === 'root-file-system') return buildRootFileSystem(reference, context);
  const missing = await missingArchives(manifest.archives, paths.archives);
  if (missing.length > 0) throw new Error(describeMissingArchives(missing, paths.archives));
  const bases = [];
  for (const [argument, name] of Object.entries(manifest.bases)) {
    const base = await readManifest(paths.sources, name);
    const baseReference = imageReference(name, await imageTag(base, paths));
    await ensureStored(base, baseReference, context, paths);
    bases.push('--build-arg', `${argument}=${baseReference}`);
  }
  const archives = manifest.archives.length > 0 ? ['--build-context', `archives=${paths.archives}`] : [];
  const file = path.join(manifest.directory, 'Dockerfile');
  const build = ['bud', '--isolation', 'chroot', '--layers', '--pull-never', '--tag', reference, '--file', file];
  await buildah([...build, ...isolation, ...bases, ...archives, ...certificateSecret(), manifest.directory], context);
}

/** Builds that download over TLS trust what Node on this machine trusts; Dockerfiles mount it as the secret `certificates`. */
function certificateSecret(): string[] {
  const bundle = process.env['NODE_EXTRA_CA_CERTS'];
  return bundle === undefined ? [] : ['--secret', `id=certificates,src=${bundle}`];
}
