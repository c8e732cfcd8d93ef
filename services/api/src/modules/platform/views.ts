import { defaultPlanId, plans } from '@shopwright/contract/plans';
import type { EngineView, PlanView } from '@shopwright/contract/schemas/platform';
import type { EngineRow } from '@shopwright/database';

/** Engines in order of preference; the first available one is what a create without an engine gets. */
export function engineViews(rows: readonly EngineRow[]): EngineView[] {
  const preferred = rows.find((row) => row.available);
  return rows.map((row) => ({
    id: row.id,
    displayName: row.displayName,
    version: row.version,
    available: row.available,
    unavailableReason: shortReason(row.unavailableReason),
    default: row.id === preferred?.id,
  }));
}

export function planViews(): PlanView[] {
  return Object.values(plans).map((plan) => ({ ...plan, default: plan.id === defaultPlanId }));
}

const longestReason = 200;

/** The first line: what made an engine unavailable may be a whole build log. */
export function shortReason(reason: string | null): string | null {
  return reason?.split('\n', 1)[0]?.slice(0, longestReason) ?? null;
}
