import type { StoreDetail } from '@shopwright/contract/schemas/store';
import { CircleCheck } from 'lucide-react';
import { Credentials } from './credentials.tsx';

/** The shop is there: how to sign in to it. */
export function ReadyCard({ store }: { store: StoreDetail }) {
  return (
    <section className="card overflow-hidden" aria-labelledby="ready-title">
      <div className="flex items-start gap-3.5 px-5 py-5 sm:px-6">
        <CircleCheck aria-hidden className="text-good mt-0.5 size-5 shrink-0" />
        <div>
          <h2 id="ready-title" className="text-[0.9375rem] font-semibold">
            The shop sells
          </h2>
          <p className="text-muted mt-0.5 leading-relaxed">
            A complete test order went through its public address and was removed again.
          </p>
        </div>
      </div>
      <Credentials key={store.id} store={store} />
    </section>
  );
}
