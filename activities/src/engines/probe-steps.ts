import { AppError } from '@shopwright/contract/errors';
import type { ProbeContext, ProbeStep } from './probe.ts';

/** What one check found: a detail for people, and what the next checks need. */
export interface CheckResult<Result> {
  detail: string;
  result: Result;
}

export interface ProbeSteps {
  /** The checks that passed, in the order of their ends. */
  readonly passed: readonly ProbeStep[];
  /** Runs one check and reports it; throws STEP_TIMEOUT instead when all checks together have used their time. */
  step: <Result>(name: string, check: () => Promise<CheckResult<Result>>) => Promise<Result>;
}

/** Times and reports the checks of one probe. */
export function createProbeSteps(context: ProbeContext, deadlineMs = 30_000): ProbeSteps {
  const deadline = AbortSignal.timeout(deadlineMs);
  const passed: ProbeStep[] = [];
  return {
    passed,
    step: async (name, check) => {
      context.signal.throwIfAborted();
      if (deadline.aborted) {
        throw new AppError('STEP_TIMEOUT', { params: { step: `probe: ${name}`, seconds: deadlineMs / 1000 } });
      }
      const start = performance.now();
      const { detail, result } = await check();
      const step = { name, durationMs: performance.now() - start, detail };
      passed.push(step);
      context.onStep(step);
      return result;
    },
  };
}
