import type { KubeApi } from './kube-api.ts';
import { isKubeStatus } from './kube-error.ts';
import { kubePaths } from './paths.ts';

export interface PodLogQuery {
  namespace: string;
  pod: string;
  container: string;
  /** Of the run before the present one. */
  previous: boolean;
  signal: AbortSignal;
}

/** The last five lines that a container wrote; none where they are no longer kept. */
export async function lastLogLines(kube: KubeApi, query: PodLogQuery): Promise<readonly string[]> {
  const { namespace, pod, container, previous, signal } = query;
  const lines: string[] = [];
  try {
    const stream = kube.lines(kubePaths.podLog(namespace, pod), {
      query: { container, previous, tailLines: 5 },
      signal,
    });
    for await (const line of stream) if (line.trim() !== '') lines.push(line.slice(0, 300));
  } catch (error) {
    const isGone = isKubeStatus(error, 404) || isKubeStatus(error, 400);
    if (!isGone) throw error;
  }
  return lines;
}
