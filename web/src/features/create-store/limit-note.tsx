import type { PlanId } from '@shopwright/contract/plans';
import type { QuotaResource } from '@shopwright/contract/quotas';
import type { LimitsView } from '@shopwright/contract/schemas/quota';
import { lackingFor, quotaLeft, quotaWords } from '../../lib/quota-words.ts';

/** What is left of the quota before one tries, or what is missing for the chosen plan. */
export function LimitNote({ limits, plan }: { limits: LimitsView; plan: PlanId | undefined }) {
  const lacking = plan && lackingFor(plan, limits);
  const left = (resource: keyof typeof quotaWords): string => quotaWords[resource].format(quotaLeft(limits, resource));
  return (
    <p className="text-muted my-auto mr-auto max-w-64 text-[0.8125rem] leading-snug text-pretty">
      {lacking === undefined ? (
        `Left of your quota: ${left('stores')}, ${left('cpuMillis')}, ${left('memoryMib')} memory, ${left('storageGib')} disk.`
      ) : (
        <span className="text-bad">{lackingText(lacking, limits)}</span>
      )}
    </p>
  );
}

function lackingText(lacking: QuotaResource, limits: LimitsView): string {
  const { label, format } = quotaWords[lacking];
  const left = quotaLeft(limits, lacking);
  if (lacking === 'createsPerHour') return 'Your quota allows no more creations within this hour.';
  if (left === 0)
    return `Your quota of ${format(limits[lacking].limit)} is used up. Operators of the platform change quotas.`;
  return `Only ${format(left)} left of your quota (${label.toLowerCase()}): too little for this plan.`;
}
