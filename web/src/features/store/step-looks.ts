import type { StepState } from '@shopwright/contract/steps';
import { Check, Circle, LoaderCircle, type LucideIcon, Minus, RotateCw, Undo2, X } from 'lucide-react';

export interface StepLook {
  label: string;
  icon: LucideIcon;
  tone: string;
}

export const stepLooks: Readonly<Record<StepState, StepLook>> = {
  pending: { label: 'Not started', icon: Circle, tone: 'text-line-strong' },
  active: { label: 'Running', icon: LoaderCircle, tone: 'text-accent bg-accent-soft' },
  retrying: { label: 'Trying again', icon: RotateCw, tone: 'text-warn bg-warn-soft' },
  done: { label: 'Done', icon: Check, tone: 'text-good bg-good-soft' },
  failed: { label: 'Failed', icon: X, tone: 'text-bad bg-bad-soft' },
  skipped: { label: 'Not reached', icon: Minus, tone: 'text-faint bg-line/55' },
  undone: { label: 'Undone', icon: Undo2, tone: 'text-muted bg-line/55' },
};
