import type { KubeApi } from '../kube/kube-api.ts';
import { kubePaths } from '../kube/paths.ts';
import type { StepRun } from '../recorded-step.ts';
import { initialiseContainerName } from './initialise-job.ts';

/**
 * Shows the lines of an initialisation as they are written. True when it said that it is done: a line whose `result` is `done` is
 * the last one of a program that succeeds, and comes up to a second before the cluster knows that its pod has ended. A stream that
 * breaks only ends the show.
 */
export async function followProgress(
  kube: Pick<KubeApi, 'lines'>,
  run: { storeId: string; progress: StepRun['progress'] },
  pod: string,
  signal: AbortSignal,
): Promise<boolean> {
  const query = { container: initialiseContainerName, follow: true };
  try {
    for await (const line of kube.lines(kubePaths.podLog(run.storeId, pod), { query, signal })) {
      const text = progressText(line);
      if (text !== undefined) await run.progress(text);
      if (parseFields(line)?.['result'] === 'done') return true;
    }
  } catch (error) {
    if (signal.aborted) return false;
    await run.progress(`its output could not be followed: ${error instanceof Error ? error.message : 'unknown'}`);
  }
  return false;
}

/** Initialisations write one JSON object per line; people read its message, or its step and detail. */
export function progressText(line: string): string | undefined {
  if (line.trim() === '') return undefined;
  const fields = parseFields(line);
  if (fields === undefined) return line;
  const { message, step, detail } = fields;
  const words = typeof message === 'string' ? [message] : [step, detail].filter((part) => typeof part === 'string');
  return words.length > 0 ? words.join(': ') : undefined;
}

function parseFields(line: string): Readonly<Record<string, unknown>> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
