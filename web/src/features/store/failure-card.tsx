import type { OperationView } from '@shopwright/contract/schemas/operation';
import type { StoreDetail } from '@shopwright/contract/schemas/store';
import { CircleX } from 'lucide-react';
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
  if (failure === null || failure === undefined) return null;
  const isCancelled = operation?.state === 'cancelled';
  return (
    <section
      aria-labelledby="failure-title"
      className={`rounded-xl border px-5 py-5 sm:px-6 ${isCancelled ? 'border-line bg-surface' : 'border-bad/30 bg-bad-soft'}`}
    >
      <div className="flex items-start gap-3.5">
        <CircleX aria-hidden className={`mt-0.5 size-5 shrink-0 ${isCancelled ? 'text-muted' : 'text-bad'}`} />
        <div className="min-w-0 grow">
          <h2 id="failure-title" className="text-[0.9375rem] font-semibold">
            {failure.title}
          </h2>
          {failure.detail !== failure.title && <p className="mt-1 leading-relaxed break-words">{failure.detail}</p>}
          <p className="text-muted mt-2 leading-relaxed">{failure.hint}</p>
          {failure.leftovers.length > 0 ? (
            <div className="mt-3">
              <p className="font-medium">Could not be removed:</p>
              <ul className="mt-1 list-disc pl-5 font-mono text-xs break-all">
                {failure.leftovers.map((leftover) => (
                  <li key={leftover}>{leftover}</li>
                ))}
              </ul>
            </div>
          ) : (
            store.phase === 'failed' && <p className="text-muted mt-1">Everything it had made was removed again.</p>
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
