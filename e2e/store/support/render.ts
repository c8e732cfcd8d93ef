import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { JsonObject, StoreEngine } from '@shopwright/activities/engines/engine';
import { parse } from 'yaml';
import { type RenderedObject, renderChart } from '../../engines/support/render.ts';

export interface Rendering {
  helm: string;
  engine: StoreEngine;
  /** Values files of the chart's folder, below the generated values. */
  files?: readonly string[];
  values: JsonObject;
}

/** The objects that helm would install; rejects with helm's own words when it refuses. */
export async function render({ helm, engine, files = [], values }: Rendering): Promise<readonly RenderedObject[]> {
  const contents = await Promise.all(
    files.map(async (file): Promise<JsonObject> =>
      parse(await readFile(path.join(engine.chartDirectory, file), 'utf8')),
    ),
  );
  const rendering = await renderChart(helm, engine, 'default', [...contents, values]);
  if (rendering.exitCode !== 0) throw new Error(rendering.errors);
  return rendering.objects;
}
