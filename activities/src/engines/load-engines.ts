import { readdir } from 'node:fs/promises';
import { AppError } from '@shopwright/contract/errors';
import type { StoreEngine } from './engine.ts';

const here = new URL('./', import.meta.url);

/** Every engine beside this file: each folder exports `engine` from its `engine.ts`. Nothing else in the platform names one. */
export async function loadEngines(): Promise<readonly StoreEngine[]> {
  const entries = await readdir(here, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(folders.toSorted().map((folder) => loadEngine(folder)));
}

async function loadEngine(folder: string): Promise<StoreEngine> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked below
  const { engine } = (await import(new URL(`${folder}/engine.ts`, here).href)) as { engine?: StoreEngine };
  if (engine?.id !== folder) {
    throw new AppError('INTERNAL', { params: { what: `engines/${folder}/engine.ts does not export its engine` } });
  }
  return engine;
}
