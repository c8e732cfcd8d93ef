import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JsonObject, StoreEngine } from '@shopwright/activities/engines/engine';
import { execa } from 'execa';
import { parseAllDocuments, stringify } from 'yaml';

/** An object of a rendered chart; only what the tests look at. */
export interface RenderedObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string> };
  spec?: Record<string, unknown>;
}

export interface Rendering {
  exitCode: number;
  objects: readonly RenderedObject[];
  text: string;
  errors: string;
}

/** Renders the chart of an engine with the given values files, the later ones first in rank. */
export async function renderChart(
  helmPath: string,
  engine: StoreEngine,
  namespace: string,
  values: readonly JsonObject[],
): Promise<Rendering> {
  const directory = await mkdtemp(path.join(tmpdir(), 'shopwright-render-'));
  try {
    const files = await Promise.all(
      values.map(async (content, index) => {
        const file = path.join(directory, `${index}.yaml`);
        await writeFile(file, stringify(content));
        return ['--values', file];
      }),
    );
    const template = ['template', namespace, engine.chartDirectory, '--namespace', namespace, ...files.flat()];
    const { exitCode, stdout, stderr } = await execa(helmPath, template, { reject: false });
    return { exitCode: exitCode ?? -1, objects: exitCode === 0 ? parse(stdout) : [], text: stdout, errors: stderr };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function parse(text: string): RenderedObject[] {
  return parseAllDocuments(text)
    .map((document): RenderedObject | null => document.toJS())
    .filter((object) => object !== null);
}

interface PodSpec {
  automountServiceAccountToken?: boolean;
  securityContext?: { runAsNonRoot?: boolean; runAsUser?: number; seccompProfile?: { type?: string } };
  containers: readonly Container[];
  volumes?: readonly { secret?: { secretName: string }; persistentVolumeClaim?: object; emptyDir?: object }[];
}

interface Container {
  name: string;
  image: string;
  ports?: readonly { name?: string; containerPort: number }[];
  env?: readonly { name: string; valueFrom?: { secretKeyRef?: { name: string; key: string } } }[];
  resources?: { limits?: Record<string, string>; requests?: Record<string, string> };
  securityContext?: {
    allowPrivilegeEscalation?: boolean;
    readOnlyRootFilesystem?: boolean;
    capabilities?: { drop?: readonly string[] };
  };
}

/** Pod templates of all workloads of a rendering. */
export function podSpecs(objects: readonly RenderedObject[]): { name: string; pod: PodSpec }[] {
  return objects
    .filter(({ kind }) => ['Deployment', 'StatefulSet', 'Job', 'DaemonSet', 'CronJob'].includes(kind))
    .map(({ kind, metadata, spec }) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the kinds above have a pod template
      const { template } = spec as unknown as { template: { spec: PodSpec } };
      return { name: `${kind}/${metadata.name}`, pod: template.spec };
    });
}
