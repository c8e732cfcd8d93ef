import type { EventView } from '@shopwright/contract/schemas/event';
import type { StepView } from '@shopwright/contract/schemas/operation';
import { stepRegistry } from '@shopwright/contract/steps';
import { classNames } from '../../components/class-names.ts';
import { formatElapsed } from '../../lib/format.ts';
import { StepAttempts } from './step-attempts.tsx';
import { StepLog } from './step-log.tsx';
import { stepLooks } from './step-looks.ts';
import { StepTime } from './step-time.tsx';

export interface TimelineStepProps {
  step: StepView;
  queuePosition: number | null;
  lines: readonly EventView[];
  isLast: boolean;
  operationId: string;
  isOperationOpen: boolean;
  /** What the operation made is being undone: no step goes on. */
  isUndoing: boolean;
  /** Why the operation failed, which stands above the steps. */
  toldReason: string | undefined;
}

export function TimelineStep(props: TimelineStepProps) {
  const { step, lines, isLast, operationId, isOperationOpen, isUndoing, toldReason } = props;
  const { label, icon: Icon, tone } = stepLooks[step.state];
  const isRunning = step.state === 'active' || step.state === 'retrying';
  const isQuiet = step.state === 'pending' || step.state === 'skipped';
  return (
    <li data-step={step.id} data-state={step.state} className="relative flex gap-4 pb-5">
      {!isLast && <span aria-hidden className="bg-line absolute top-7 bottom-0 left-3 w-px" />}
      <span className={classNames('grid size-6 shrink-0 place-items-center rounded-full', tone)}>
        <Icon
          aria-hidden
          className={classNames('size-3.5', step.state === 'active' && 'animate-spin [animation-duration:2s]')}
          strokeWidth={2.25}
        />
      </span>
      <div className="min-w-0 grow pt-0.5">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h3 className={classNames('font-medium', isQuiet && 'text-muted font-normal')}>
            {step.title} <span className="sr-only">({label})</span>
          </h3>
          <StepTime step={step} />
        </div>
        {isRunning && <p className="text-muted mt-0.5 leading-relaxed">{runningNote(props)}</p>}
        {isRunning && !isUndoing && step.progress !== null && (
          <p className="text-muted mt-1 font-mono text-xs leading-relaxed break-words">{step.progress}</p>
        )}
        <StepAttempts step={step} toldReason={toldReason} />
        <StepLog
          lines={lines}
          fileName={`${operationId}-${step.id}`}
          isFirstOpen={step.state === 'failed'}
          isFollowing={isRunning && isOperationOpen}
        />
      </div>
    </li>
  );
}

function runningNote({ step, queuePosition, isUndoing }: TimelineStepProps): string {
  if (isUndoing) return 'Stopped; what was made is being removed.';
  if (queuePosition !== null) return `Place ${queuePosition} in line. ${step.description}`;
  if (step.state === 'active') return step.description;
  const { deadlineSeconds } = stepRegistry[step.id];
  const patience = deadlineSeconds === undefined ? '' : `, for up to ${formatElapsed(deadlineSeconds * 1000)} in all`;
  return `Attempt ${step.attempts.length} did not succeed; it is tried again${patience}.`;
}
