import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { EngineImages } from './registry.ts';

const engineImagesSchema = z.record(z.string(), z.record(z.string(), z.string()));

/** Reads the file that ENGINE_IMAGES_FILE names; an absent file means that no images have been built yet. */
export async function readEngineImages(path: string): Promise<EngineImages> {
  try {
    return engineImagesSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}
