import type { StepView } from '@shopwright/contract/schemas/operation';
import { formatDuration, formatElapsed } from '../../lib/format.ts';
import { useServerNow } from '../../lib/server-clock.ts';

/** How long a step took, or takes, against how long it usually does. */
export function StepTime({ step }: { step: StepView }) {
  const isRunning = step.startedAt !== null && step.endedAt === null;
  const now = useServerNow(isRunning);
  const usual = step.usualMs === null ? null : formatDuration(step.usualMs);
  return <span className="text-muted tabular text-[0.8125rem]">{text()}</span>;

  function text(): string {
    if (step.state === 'pending') return usual === null ? '' : `usually ${usual}`;
    if (step.state === 'skipped') return 'not reached';
    if (step.startedAt === null) return '';
    if (!isRunning) return step.durationMs === null ? '' : formatDuration(step.durationMs);
    const elapsed = formatElapsed(now - Date.parse(step.startedAt));
    return usual === null || step.id === 'admission' ? elapsed : `${elapsed} · usually ${usual}`;
  }
}
