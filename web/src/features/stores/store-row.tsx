import type { StoreView } from '@shopwright/contract/schemas/store';
import { ExternalLink } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { PhaseBadge } from '../../components/phase.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { storeNote } from './store-note.ts';

export interface StoreRowProps {
  store: StoreView;
  /** Both must keep their identity: rows are drawn while the list scrolls. */
  onOpen: (storeId: string) => void;
  /** Before the click is complete. */
  onPress: (storeId: string) => void;
}

/**
 * One store in the list. The whole row opens it; the shop itself is one click away once it is ready. A plain link: the router's
 * own costs more than the rest of the row.
 */
export const StoreRow = memo(function StoreRow({ store, onOpen, onPress }: StoreRowProps) {
  const note = storeNote(store);
  return (
    <div className="hover:bg-sunken/70 focus-within:bg-sunken/70 group flex h-full items-center gap-4 px-4 transition-colors sm:px-5">
      <div className="min-w-0 grow">
        <a
          href={`/stores/${store.id}`}
          onClick={(event) => {
            if (isForBrowser(event)) return;
            event.preventDefault();
            onOpen(store.id);
          }}
          onPointerDown={() => onPress(store.id)}
          className="block truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {store.name}
        </a>
        <p className="text-muted mt-0.5 truncate text-[0.8125rem]">{note ?? hostOf(store.url)}</p>
      </div>
      <p className="text-muted w-40 shrink-0 truncate text-[0.8125rem] max-lg:hidden">
        {store.engine.displayName} {store.engine.version}
      </p>
      <p className="text-muted w-30 shrink-0 text-[0.8125rem] max-md:hidden">
        <TimeAgo at={store.createdAt} />
      </p>
      <div className="w-29 shrink-0 max-sm:w-auto">
        <PhaseBadge phase={store.phase} />
      </div>
      <div className="w-8 shrink-0 max-sm:hidden">
        {store.phase === 'ready' && (
          <a
            href={store.url}
            target="_blank"
            rel="noreferrer"
            aria-label={`Open the shop ${store.name}`}
            title="Open the shop"
            className="text-muted hover:text-ink hover:bg-line relative z-10 grid size-8 place-items-center rounded-lg"
          >
            <ExternalLink aria-hidden className="size-4" />
          </a>
        )}
      </div>
    </div>
  );
});

function hostOf(url: string): string {
  return new URL(url).host;
}

/** Clicks with a key held open tabs and windows; that is the browser's business. */
function isForBrowser({ ctrlKey, metaKey, shiftKey, altKey, button }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey || button !== 0;
}
