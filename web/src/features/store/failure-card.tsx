import type { OperationView } from '@shopwright/contract/schemas/operation';
import type { Failure } from '@shopwright/contract/schemas/problem';
import type { StoreDetail } from '@shopwright/contract/schemas/store';
import { CircleX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useOfferedActions } from '../../lib/store-actions.ts';
import { DeleteButton, RetryButton } from './store-actions.tsx';

export interface FailureCardProps {
  store: StoreDetail;
  operation: OperationView | undefined;
}

/** Why it failed, what to do, and one button that does it. */
export function FailureCard({ store, operation }: FailureCardProps) {
  const actions = useOfferedActions(store);
  const failure = operation?.failure ?? store.failure;
  const card = useScrollIntoView();
  if (failure === null || failure === undefined) return null;
  const isCancelled = operation?.state === 'cancelled';
  return (
    <section
      ref={card}
      aria-labelledby="failure-title"
      className={`scroll-mt-6 rounded-xl border px-5 py-5 sm:px-6 ${isCancelled ? 'border-line bg-surface' : 'border-bad/30 bg-bad-soft'}`}
    >
      <div className="flex items-start gap-3.5">
        <CircleX aria-hidden className={`mt-0.5 size-5 shrink-0 ${isCancelled ? 'text-muted' : 'text-bad'}`} />
        <div className="min-w-0 grow">
          <h2 id="failure-title" className="text-[0.9375rem] font-semibold">
            {failure.title}
          </h2>
          {isTold(failure) && <p className="mt-1 leading-relaxed break-words">{failure.detail}</p>}
          {failure.leftovers.length > 0 && <Leftovers leftovers={failure.leftovers} />}
          <p className="text-muted mt-2 leading-relaxed">{failure.hint}</p>
          {store.phase === 'failed' && (
            <p className="text-muted mt-1">
              {failure.leftovers.length > 0
                ? 'Deleting the store tries to remove the rest again.'
                : 'Everything it had made was removed again.'}
            </p>
          )}
          <div className="mt-4 flex flex-wrap items-center gap-3">
            {actions.includes('retry') ? (
              <RetryButton storeId={store.id} />
            ) : (
              actions.includes('delete') && <DeleteButton store={store} isPrimary />
            )}
            <code className="text-muted font-mono text-xs">{failure.code}</code>
          </div>
        </div>
      </div>
    </section>
  );
}

/** Its detail says more than the title and the list of what is left. */
function isTold({ title, detail, leftovers }: Failure): boolean {
  return detail !== title && !(leftovers.length > 0 && leftovers.every((leftover) => detail.includes(leftover)));
}

function Leftovers({ leftovers }: Pick<Failure, 'leftovers'>) {
  return (
    <div className="mt-2">
      <p>Could not be removed:</p>
      <ul className="mt-1 list-disc pl-5 font-mono text-xs leading-relaxed wrap-anywhere">
        {leftovers.map((leftover) => (
          <li key={leftover}>{leftover}</li>
        ))}
      </ul>
    </div>
  );
}

/** Brings the failure into sight once, when it happens to somebody who looks at a step further down. */
function useScrollIntoView() {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which React would take for the function that cleans up.
    card.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, []);
  return card;
}
