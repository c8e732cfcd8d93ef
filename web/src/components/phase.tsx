import type { StorePhase } from '@shopwright/contract/phases';
import { CircleCheck, CircleX, Clock3, LoaderCircle, type LucideIcon, Trash2, TriangleAlert } from 'lucide-react';
import { phaseNames } from '../lib/phase-names.ts';
import { classNames } from './class-names.ts';

interface PhaseLook {
  icon: LucideIcon;
  tone: string;
  isMoving?: boolean;
}

const phaseLooks: Readonly<Record<StorePhase, PhaseLook>> = {
  queued: { icon: Clock3, tone: 'text-muted bg-line/55' },
  provisioning: { icon: LoaderCircle, tone: 'text-accent bg-accent-soft', isMoving: true },
  ready: { icon: CircleCheck, tone: 'text-good bg-good-soft' },
  failed: { icon: CircleX, tone: 'text-bad bg-bad-soft' },
  deleting: { icon: LoaderCircle, tone: 'text-warn bg-warn-soft', isMoving: true },
  'delete-failed': { icon: TriangleAlert, tone: 'text-bad bg-bad-soft' },
  deleted: { icon: Trash2, tone: 'text-muted bg-line/55' },
};

/** Where a store is: icon, word and colour, never colour alone. */
export function PhaseBadge({ phase }: { phase: StorePhase }) {
  const { icon: Icon, tone, isMoving = false } = phaseLooks[phase];
  return (
    <span
      data-phase={phase}
      className={classNames(
        'inline-flex h-6 items-center gap-1.5 rounded-full pr-2.5 pl-2 text-xs font-medium whitespace-nowrap',
        tone,
      )}
    >
      <Icon aria-hidden className={classNames('size-3.5', isMoving && 'animate-spin [animation-duration:2s]')} />
      {phaseNames[phase]}
    </span>
  );
}
