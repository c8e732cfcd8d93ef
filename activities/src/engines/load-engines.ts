import { readdir } from 'node:fs/promises';
import { AppError } from '@shopwright/contract/errors';
import type { StoreEngine } from './engine.ts';

const here = new URL('./', import.meta.url);

/** Every engine beside this file: each folder exports one from its `index.ts`. Nothing else in the platform names one. */
export async function loadEngines(): Promise<readonly StoreEngine[]> {
  const entries = await readdir(here, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(folders.toSorted().map((folder) => loadEngine(folder)));
}

async function loadEngine(folder: string): Promise<StoreEngine> {
  const exported: Readonly<Record<string, unknown>> = await import(new URL(`${folder}/index.ts`, here).href);
  const engine = Object.values(exported).find((value) => isEngine(value, folder));
  if (!isEngine(engine, folder)) {
    throw new AppError('INTERNAL', { params: { what: `engines/${folder}/index.ts exports no engine of that id` } });
  }
  return engine;
}

function isEngine(value: unknown, id: string): value is StoreEngine {
  return typeof value === 'object' && value !== null && 'id' in value && value.id === id && 'probe' in value;
}
