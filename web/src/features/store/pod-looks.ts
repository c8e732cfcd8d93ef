import type { PodState } from '@shopwright/contract/schemas/pods';
import { CircleCheck, CircleX, Clock3, LoaderCircle, type LucideIcon, Trash2 } from 'lucide-react';

export interface PodLook {
  label: string;
  icon: LucideIcon;
  tone: string;
}

export const podLooks: Readonly<Record<PodState, PodLook>> = {
  ready: { label: 'Ready', icon: CircleCheck, tone: 'text-good' },
  starting: { label: 'Starting', icon: LoaderCircle, tone: 'text-accent' },
  waiting: { label: 'Waiting', icon: Clock3, tone: 'text-muted' },
  failing: { label: 'Failing', icon: CircleX, tone: 'text-bad' },
  completed: { label: 'Done', icon: CircleCheck, tone: 'text-muted' },
  ending: { label: 'Being removed', icon: Trash2, tone: 'text-warn' },
};
