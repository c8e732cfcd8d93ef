import type { EventView } from '@shopwright/contract/schemas/event';
import type { OperationView } from '@shopwright/contract/schemas/operation';
import { TimelineStep } from './timeline-step.tsx';

export interface TimelineProps {
  operation: OperationView;
  /** What the steps reported, oldest first. */
  log: readonly EventView[];
  isOpen: boolean;
}

export function Timeline({ operation, log, isOpen }: TimelineProps) {
  return (
    <ol aria-label="Steps">
      {operation.steps.map((step, index) => (
        <TimelineStep
          key={step.id}
          step={step}
          queuePosition={step.id === 'admission' ? operation.queuePosition : null}
          lines={log.filter((event) => event.data['step'] === step.id)}
          isLast={index === operation.steps.length - 1}
          operationId={operation.id}
          isOperationOpen={isOpen}
          isUndoing={operation.state === 'compensating'}
          toldReason={operation.failure?.detail}
        />
      ))}
    </ol>
  );
}
