import { type PlanId, planIds } from '@shopwright/contract/plans';
import type { PlanView } from '@shopwright/contract/schemas/platform';
import { formatCores, formatMemory } from '../../lib/format.ts';
import { ChoiceGroup } from './choice-group.tsx';

export interface PlanChoiceProps {
  plans: readonly PlanView[];
  chosen: PlanId | undefined;
  onChoose: (plan: PlanId | undefined) => void;
}

/** How much one store may take of the cluster. */
export function PlanChoice({ plans, chosen, onChoose }: PlanChoiceProps) {
  return (
    <ChoiceGroup
      legend="Plan"
      name="plan"
      chosen={chosen ?? plans.find((plan) => plan.default)?.id}
      onChoose={(value) => onChoose(planIds.find((id) => id === value))}
      choices={plans.map((plan) => ({
        value: plan.id,
        title: plan.displayName,
        explanation: `Up to ${formatCores(plan.cpuMillis)} CPUs, ${formatMemory(plan.memoryMib)} memory, ${
          plan.databaseStorageGib + plan.filesStorageGib
        } GiB disk`,
      }))}
    />
  );
}
