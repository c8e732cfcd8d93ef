import { describeError } from '../core/stack-error.ts';
import type { Part, RunningPart } from './part.ts';
import type { Progress } from './progress.ts';

/** The started stack. */
export interface RunningStack {
  /** Names of parts that failed or were skipped because a part that they need failed. */
  readonly failed: readonly string[];
  /** Stops everything that was started, last started first. Never throws: reports what could not be stopped. */
  stop(): Promise<void>;
}

/** Starts all parts, each as soon as what it needs is ready, and waits until every part has ended its start one way or the other. */
export async function runParts(parts: readonly Part[], progress: Progress, signal: AbortSignal): Promise<RunningStack> {
  const running: { part: Part; handle: RunningPart }[] = [];
  const failed: string[] = [];
  const starts = new Map<string, Promise<boolean>>();

  async function startOne(part: Part): Promise<boolean> {
    const outcomes = await Promise.all(part.needs.map((need) => starts.get(need) ?? unknownNeed(part, need)));
    const missing = part.needs.filter((_, index) => !outcomes[index]);
    if (missing.length > 0 || signal.aborted) {
      failed.push(part.name);
      progress.update(part.name, 'skipped', missing.length > 0 ? `needs ${missing.join(', ')}` : 'stopped');
      return false;
    }
    try {
      progress.update(part.name, 'starting', '');
      const handle = await part.start({
        signal,
        report: (state, detail) => progress.update(part.name, state, detail),
        notice: (message) => progress.notice(part.name, message),
      });
      running.push({ part, handle });
      progress.update(part.name, 'ready', handle.detail ?? '');
      return true;
    } catch (error) {
      failed.push(part.name);
      progress.update(part.name, 'failed', describeError(error));
      return false;
    }
  }

  const gate = Promise.withResolvers<void>();
  for (const part of parts)
    starts.set(
      part.name,
      gate.promise.then(() => startOne(part)),
    );
  gate.resolve();
  await Promise.all(starts.values());

  return {
    failed,
    async stop() {
      for (const { part, handle } of running.toReversed()) {
        if (!handle.stop) continue;
        progress.update(part.name, 'stopping', '');
        await handle
          .stop()
          .catch((error: unknown) => progress.notice(part.name, `could not stop: ${describeError(error)}`));
      }
    },
  };
}

function unknownNeed(part: Part, need: string): never {
  throw new Error(`Part ${part.name} needs ${need}, which is not a part of this stack.`);
}
