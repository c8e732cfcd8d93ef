import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JsonObject } from '@shopwright/activities/engines/engine';
import { execa } from 'execa';
import { parseAllDocuments, stringify } from 'yaml';
import { z } from 'zod';

const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), labels: z.record(z.string(), z.string()) }),
});

export type RenderedObject = z.infer<typeof objectSchema>;

export interface Rendering {
  helm: string;
  chart: string;
  /** Values files of the chart's folder, below the generated values. */
  files?: readonly string[];
  values: JsonObject;
}

/** The objects that helm would install; rejects with helm's own words when it refuses. */
export async function render({ helm, chart, files = [], values }: Rendering): Promise<RenderedObject[]> {
  const directory = await mkdtemp(path.join(tmpdir(), 'shopwright-chart-'));
  try {
    const generated = path.join(directory, 'values.yaml');
    await writeFile(generated, stringify(values));
    const flags = [...files.map((file) => path.join(chart, file)), generated].flatMap((file) => ['--values', file]);
    const namespace = ['--namespace', 'default'];
    const { stdout } = await execa(helm, ['template', 'store', chart, ...namespace, ...flags], { stdin: 'ignore' });
    return parseAllDocuments(stdout)
      .map((document): unknown => document.toJS())
      .filter((value) => value !== null)
      .map((value) => objectSchema.parse(value));
  } finally {
    await rm(directory, { recursive: true });
  }
}
