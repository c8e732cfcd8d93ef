import type { EventView } from '@shopwright/contract/schemas/event';
import type { StepView } from '@shopwright/contract/schemas/operation';
import type { Failure } from '@shopwright/contract/schemas/problem';

type StepAttempt = StepView['attempts'][number];

/** What an event says of one step; the same object where it says nothing new. */
export function patchStep(step: StepView, event: EventView, failure: Failure | null): StepView {
  switch (event.type) {
    case 'step.started':
      return started(step, event);
    case 'step.progress':
      return typeof event.data['line'] === 'string' ? { ...step, progress: event.data['line'] } : step;
    case 'step.succeeded':
      return { ...ended(step, event, null), state: 'done', failure: null };
    case 'step.failed':
      return event.data['willRetry'] === true
        ? { ...step, state: 'retrying', failure, attempts: endAttempt(step.attempts, event, failure) }
        : { ...ended(step, event, failure), state: 'failed', failure };
    case 'step.undone':
      return { ...step, state: 'undone' };
    default:
      return step;
  }
}

function started(step: StepView, event: EventView): StepView {
  const attempt = attemptOf(event);
  const isKnown = step.attempts.some((known) => known.attempt === attempt);
  const attempts = isKnown
    ? step.attempts
    : [...step.attempts, { attempt, startedAt: event.at, endedAt: null, failure: null }];
  return { ...step, state: 'active', startedAt: step.startedAt ?? event.at, endedAt: null, failure: null, attempts };
}

function ended(step: StepView, event: EventView, failure: Failure | null): StepView {
  const durationMs = step.startedAt === null ? null : Math.max(0, Date.parse(event.at) - Date.parse(step.startedAt));
  return { ...step, endedAt: event.at, durationMs, attempts: endAttempt(step.attempts, event, failure) };
}

function endAttempt(attempts: StepAttempt[], event: EventView, failure: Failure | null): StepAttempt[] {
  const number = attemptOf(event);
  return attempts.map((attempt) => (attempt.attempt === number ? { ...attempt, endedAt: event.at, failure } : attempt));
}

function attemptOf(event: EventView): number {
  const { attempt } = event.data;
  return typeof attempt === 'number' ? attempt : 1;
}
