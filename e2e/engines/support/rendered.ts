import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { JsonObject, StoreEngine, StoreSpec } from '@shopwright/activities/engines/engine';
import { parse } from 'yaml';
import { chartValues } from './chart-values.ts';
import { type RenderedObject, renderChart } from './render.ts';

export interface Change {
  /** Changes of what the platform gives the chart. */
  values?: JsonObject;
  /** Values files of the chart's folder, below the generated values. */
  files?: readonly string[];
}

/** The objects that helm would install for a store; rejects with helm's own words when it refuses. */
export async function rendered(
  helmPath: string,
  engine: StoreEngine,
  spec: StoreSpec,
  { values = {}, files = [] }: Change = {},
): Promise<readonly RenderedObject[]> {
  const contents = await Promise.all(
    files.map(async (file): Promise<JsonObject> =>
      parse(await readFile(path.join(engine.chartDirectory, file), 'utf8')),
    ),
  );
  const layers = [...contents, chartValues(engine, spec, values)];
  const rendering = await renderChart(helmPath, engine, spec.storeId, layers);
  if (rendering.exitCode !== 0) throw new Error(rendering.errors);
  return rendering.objects;
}
