import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import { z } from 'zod';
import { type BuildContext, buildah } from './buildah.ts';

const sizesSchema = z.strictObject({
  /** Bytes that a node pulls: all layers as they are stored in the archive. */
  compressedBytes: z.number(),
  layers: z.number(),
});

export type ImageSizes = z.infer<typeof sizesSchema>;

/** Archives of one image that are kept: the current one and the one before. */
const keptArchives = 2;

export function archivePath(directory: string, name: string, tag: string): string {
  return path.join(directory, `${name}-${tag}.oci.tar`);
}

/** Sizes of a finished image, or undefined when it has to be built. */
export async function cachedSizes(archive: string): Promise<ImageSizes | undefined> {
  try {
    await stat(archive);
    return sizesSchema.parse(JSON.parse(await readFile(`${archive}.json`, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes an image of the local storage as an OCI archive; a killed run leaves nothing that looks finished. */
export async function saveArchive(reference: string, archive: string, context: BuildContext): Promise<ImageSizes> {
  await mkdir(path.dirname(archive), { recursive: true });
  const partial = `${archive}.${process.pid}.partial`;
  try {
    await buildah(['push', '--quiet', reference, `oci-archive:${partial}:${reference}`], context);
    const sizes = await measure(partial);
    await writeFile(`${archive}.json`, JSON.stringify(sizes));
    await rename(partial, archive);
    return sizes;
  } finally {
    await rm(partial, { force: true });
  }
}

/** Removes archives of earlier versions of the same image. */
export async function pruneArchives(directory: string, name: string): Promise<void> {
  const pattern = new RegExp(`^${name}-[0-9a-f]{16}\\.oci\\.tar$`);
  const archives = (await readdir(directory)).filter((file) => pattern.test(file));
  const aged = await Promise.all(
    archives.map(async (file) => ({ file, age: (await stat(path.join(directory, file))).mtimeMs })),
  );
  for (const { file } of aged.toSorted((left, right) => right.age - left.age).slice(keptArchives)) {
    await rm(path.join(directory, file));
    await rm(path.join(directory, `${file}.json`), { force: true });
  }
}

const indexSchema = z.object({ manifests: z.array(z.object({ digest: z.string() })).length(1) });
const imageManifestSchema = z.object({ layers: z.array(z.object({ size: z.number() })) });

async function measure(archive: string): Promise<ImageSizes> {
  const index = indexSchema.parse(await readArchiveJson(archive, 'index.json'));
  const digest = index.manifests[0]?.digest.replace(':', '/');
  const manifest = imageManifestSchema.parse(await readArchiveJson(archive, `blobs/${digest}`));
  return {
    compressedBytes: manifest.layers.reduce((total, layer) => total + layer.size, 0),
    layers: manifest.layers.length,
  };
}

async function readArchiveJson(archive: string, member: string): Promise<unknown> {
  const { stdout } = await execa('tar', ['--extract', '--to-stdout', '--file', archive, member]);
  return JSON.parse(stdout);
}
