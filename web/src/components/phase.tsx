import type { StorePhase } from '@shopwright/contract/phases';
import { CircleCheck, CircleX, Clock3, LoaderCircle, type LucideIcon, Trash2, TriangleAlert } from 'lucide-react';
import { classNames } from './class-names.ts';

interface PhaseLook {
  label: string;
  icon: LucideIcon;
  tone: string;
  isMoving?: boolean;
}

export const phaseLooks: Readonly<Record<StorePhase, PhaseLook>> = {
  queued: { label: 'Queued', icon: Clock3, tone: 'text-muted bg-line/55' },
  provisioning: { label: 'Creating', icon: LoaderCircle, tone: 'text-accent bg-accent-soft', isMoving: true },
  ready: { label: 'Ready', icon: CircleCheck, tone: 'text-good bg-good-soft' },
  failed: { label: 'Failed', icon: CircleX, tone: 'text-bad bg-bad-soft' },
  deleting: { label: 'Deleting', icon: LoaderCircle, tone: 'text-warn bg-warn-soft', isMoving: true },
  'delete-failed': { label: 'Delete failed', icon: TriangleAlert, tone: 'text-bad bg-bad-soft' },
  deleted: { label: 'Deleted', icon: Trash2, tone: 'text-muted bg-line/55' },
};

/** Where a store is: icon, word and colour, never colour alone. */
export function PhaseBadge({ phase }: { phase: StorePhase }) {
  const { label, icon: Icon, tone, isMoving = false } = phaseLooks[phase];
  return (
    <span
      data-phase={phase}
      className={classNames(
        'inline-flex h-6 items-center gap-1.5 rounded-full pr-2.5 pl-2 text-xs font-medium whitespace-nowrap',
        tone,
      )}
    >
      <Icon aria-hidden className={classNames('size-3.5', isMoving && 'animate-spin [animation-duration:2s]')} />
      {label}
    </span>
  );
}
