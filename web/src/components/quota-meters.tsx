import { quotaResources } from '@shopwright/contract/quotas';
import type { QuotaUseView } from '@shopwright/contract/schemas/quota';
import { quotaWords } from '../lib/quota-words.ts';
import { Meter } from './meter.tsx';

/** Everything that a quota limits, used against limit. */
export function QuotaMeters({ use }: { use: QuotaUseView }) {
  return (
    <dl className="grid gap-5 sm:grid-cols-2">
      {quotaResources.map((resource) => (
        <Meter key={resource} {...quotaWords[resource]} {...use[resource]} />
      ))}
    </dl>
  );
}
