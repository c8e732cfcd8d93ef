import type { StoreDetail } from '@shopwright/contract/schemas/store';
import { ExternalLink, LogIn } from 'lucide-react';
import { buttonClass } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { PhaseBadge } from '../../components/phase.tsx';
import { StoreActions } from './store-actions.tsx';

export function StoreHeader({ store }: { store: StoreDetail }) {
  const isReady = store.phase === 'ready';
  return (
    <header className="flex flex-wrap items-start gap-x-6 gap-y-4">
      <div className="min-w-0 grow basis-80">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="text-[1.625rem] leading-tight font-semibold break-words">{store.name}</h1>
          <PhaseBadge phase={store.phase} />
        </div>
        <p className="text-muted mt-1 flex min-h-8 items-center gap-1">
          <span className="truncate">{new URL(store.url).host}</span>
          <CopyButton what="the address" text={store.url} />
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2 empty:hidden">
        {isReady && (
          <>
            <a href={store.url} target="_blank" rel="noreferrer" className={buttonClass('primary')}>
              <ExternalLink aria-hidden /> Open shop
            </a>
            <a href={store.adminUrl} target="_blank" rel="noreferrer" className={buttonClass()}>
              <LogIn aria-hidden /> Open admin
            </a>
          </>
        )}
        <StoreActions store={store} />
      </div>
    </header>
  );
}
