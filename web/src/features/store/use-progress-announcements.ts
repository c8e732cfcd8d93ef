import type { OperationView } from '@shopwright/contract/schemas/operation';
import { useEffect, useRef } from 'react';
import { announce } from '../../lib/announcer.ts';
import { operationHeadline } from './operation-headline.ts';

/** One sentence for screen readers whenever another step runs or the operation changes, not for every second. */
export function useProgressAnnouncements(operation: OperationView): void {
  const active = operation.steps.find((step) => step.state === 'active' || step.state === 'retrying');
  const sentence = [operationHeadline(operation), active?.title, active?.state === 'retrying' ? 'trying again' : '']
    .filter(Boolean)
    .join(': ');
  const last = useRef(sentence);
  useEffect(() => {
    if (last.current === sentence) return;
    last.current = sentence;
    announce(sentence);
  }, [sentence]);
}
