import type { LimitsView } from '@shopwright/contract/schemas/quota';
import { plural } from '../../lib/format.ts';

/** How many more stores may be created, before one tries. */
export function LimitNote({ limits }: { limits: LimitsView }) {
  const left = Math.max(0, limits.stores.limit - limits.stores.used);
  return (
    <p className="text-muted my-auto mr-auto text-[0.8125rem]">
      {left === 0 ? (
        <span className="text-bad">No store is left of your limit: delete one first.</span>
      ) : (
        `You can create ${plural(left, 'more store')}.`
      )}
    </p>
  );
}
