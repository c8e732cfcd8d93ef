import type { PlanId } from '@shopwright/contract/plans';
import type { PlanView } from '@shopwright/contract/schemas/platform';
import { formatCores, formatMemory } from '../../lib/format.ts';
import { ChoiceCard } from './choice-card.tsx';

export interface PlanChoiceProps {
  plans: readonly PlanView[];
  chosen: PlanId | undefined;
  onChoose: (plan: PlanId) => void;
}

/** How much one store may take of the cluster. */
export function PlanChoice({ plans, chosen, onChoose }: PlanChoiceProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">Plan</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {plans.map((plan) => (
          <ChoiceCard
            key={plan.id}
            group="plan"
            value={plan.id}
            title={plan.displayName}
            isChosen={chosen === undefined ? plan.default : chosen === plan.id}
            onChoose={() => onChoose(plan.id)}
          >
            Up to {formatCores(plan.cpuMillis)} CPUs, {formatMemory(plan.memoryMib)} memory,{' '}
            {plan.databaseStorageGib + plan.filesStorageGib} GiB disk
          </ChoiceCard>
        ))}
      </div>
    </fieldset>
  );
}
