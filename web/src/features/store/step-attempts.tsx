import type { StepView } from '@shopwright/contract/schemas/operation';
import { formatDuration, formatTime, plural } from '../../lib/format.ts';

export interface StepAttemptsProps {
  step: StepView;
  /** Why the operation failed, which stands above the steps. */
  toldReason: string | undefined;
}

/** Every attempt that did not succeed, with its reason. Nothing of a step whose only attempt failed for what is told above. */
export function StepAttempts({ step, toldReason }: StepAttemptsProps) {
  const failed = step.attempts.filter((attempt) => attempt.failure !== null);
  const isTold = step.attempts.length === 1 && failed[0]?.failure?.detail === toldReason;
  if (failed.length === 0 || (step.state === 'failed' && isTold)) return null;
  const list = (
    <ul className="mt-2 space-y-2">
      {failed.map(({ attempt, startedAt, endedAt, failure }) => (
        <li key={attempt} className="border-line-strong border-l-2 pl-3 text-[0.8125rem] leading-relaxed">
          <p className="text-muted tabular">
            Attempt {attempt} of {step.attempts.length}, {formatTime(startedAt)}
            {endedAt !== null && `, after ${formatDuration(Date.parse(endedAt) - Date.parse(startedAt))}`}
          </p>
          <p className="break-words">{failure?.detail}</p>
        </li>
      ))}
    </ul>
  );
  if (step.state !== 'done') return list;
  return (
    <details className="mt-1">
      <summary className="text-muted hover:text-ink w-fit rounded text-[0.8125rem]">
        Succeeded after {plural(step.attempts.length, 'attempt')}
      </summary>
      {list}
    </details>
  );
}
