import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const archiveSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** File name in the archive folder. */
  file: z.string(),
  /** Where the publisher offers it. */
  url: z.url(),
  /** Folder inside a zip that holds everything; absent for a single file. */
  directory: z.string().optional(),
  /** Accepted checksums, each with where the bytes behind it came from. */
  accepted: z.array(z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), origin: z.string() })).min(1),
});

const manifestSchema = z.strictObject({
  /** What the image is for, one sentence. */
  description: z.string(),
  /** `root-file-system` is made with mmdebstrap, `dockerfile` is an ordinary build. */
  kind: z.enum(['root-file-system', 'dockerfile']),
  /** Build argument -> name of the image of this project that it must name. */
  bases: z.record(z.string(), z.string()),
  /** The engine and the role in it that this image plays; absent for images that no store runs. */
  provides: z.strictObject({ engine: z.string(), role: z.string() }).optional(),
});

/** A release of third-party software that an image takes in. The format of its checksum is described in docs/store.md. */
export type Archive = z.infer<typeof archiveSchema>;

export interface ImageManifest extends z.infer<typeof manifestSchema> {
  name: string;
  directory: string;
  archives: readonly Archive[];
}

/** Reads `image.json` and, where there is one, `archives.json` of an image's folder. */
export async function readManifest(sources: string, name: string): Promise<ImageManifest> {
  const directory = path.join(sources, name);
  const manifest = manifestSchema.parse(JSON.parse(await readFile(path.join(directory, 'image.json'), 'utf8')));
  return { ...manifest, name, directory, archives: await readArchives(directory) };
}

/** Names of all images of the project, in alphabetical order. */
export async function imageNames(sources: string): Promise<string[]> {
  const names = [];
  for (const entry of await readdir(sources, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const files = await readdir(path.join(sources, entry.name));
    if (files.includes('image.json')) names.push(entry.name);
  }
  return names.toSorted();
}

async function readArchives(directory: string): Promise<Archive[]> {
  const files = await readdir(directory);
  if (!files.includes('archives.json')) return [];
  return z.array(archiveSchema).parse(JSON.parse(await readFile(path.join(directory, 'archives.json'), 'utf8')));
}
