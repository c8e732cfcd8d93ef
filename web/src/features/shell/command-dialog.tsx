import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog as Base } from '@base-ui/react/dialog';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Activity, Gauge, type LucideIcon, Plus, Search, Store } from 'lucide-react';
import { openOverlay } from '../../lib/overlay.ts';
import { phaseNames } from '../../lib/phase-names.ts';
import { storeListQuery } from '../../lib/queries.ts';

interface Command {
  value: string;
  label: string;
  note: string;
  icon: LucideIcon;
  run: () => void;
}

const mostShown = 50;

/** Everything that can be gone to, found by typing a part of its name. */
export function CommandDialog({ onClose }: { onClose: () => void }) {
  const commands = useCommands();
  const run = (command: Command): void => {
    onClose();
    command.run();
  };
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/35" />
        <Base.Popup
          aria-label="Go to"
          className="bg-raised shadow-float fade-in fixed inset-x-3 top-[10vh] z-50 mx-auto flex max-h-[70vh] max-w-xl flex-col overflow-hidden rounded-2xl outline-none"
        >
          <Autocomplete.Root
            open
            inline
            items={commands}
            autoHighlight="always"
            keepHighlight
            limit={mostShown}
            itemToStringValue={(command: Command) => `${command.label} ${command.note}`}
          >
            <div className="border-line flex items-center gap-3 border-b px-4">
              <Search aria-hidden className="text-muted size-4 shrink-0" />
              <Autocomplete.Input
                aria-label="Go to a store or page"
                placeholder="Go to a store or page…"
                className="h-13 w-full bg-transparent text-base outline-none"
              />
            </div>
            <Autocomplete.Empty className="text-muted px-5 py-8 text-center empty:hidden">
              Nothing has this name.
            </Autocomplete.Empty>
            <Autocomplete.List className="overflow-y-auto overscroll-contain p-2 empty:p-0">
              {(command: Command) => (
                <Autocomplete.Item
                  key={command.value}
                  value={command}
                  onClick={() => run(command)}
                  className="data-highlighted:bg-sunken flex h-11 cursor-pointer items-center gap-3 rounded-lg px-3 select-none"
                >
                  <command.icon aria-hidden className="text-muted size-4 shrink-0" />
                  <span className="truncate">{command.label}</span>
                  <span className="text-muted ml-auto shrink-0 truncate pl-3 text-[0.8125rem] max-sm:max-w-32">
                    {command.note}
                  </span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function useCommands(): Command[] {
  const navigate = useNavigate();
  const { data: stores = [] } = useQuery(storeListQuery({ deleted: false }));
  return [
    { value: 'create', label: 'Create a store', note: 'c', icon: Plus, run: () => openOverlay('create-store') },
    { value: 'stores', label: 'Stores', note: 'g s', icon: Store, run: () => void navigate({ to: '/' }) },
    {
      value: 'activity',
      label: 'Activity',
      note: 'g a',
      icon: Activity,
      run: () => void navigate({ to: '/activity' }),
    },
    { value: 'platform', label: 'Platform', note: 'g p', icon: Gauge, run: () => void navigate({ to: '/platform' }) },
    ...stores.map((store) => ({
      value: store.id,
      label: store.name,
      note: `${store.slug} · ${phaseNames[store.phase]}`,
      icon: Store,
      run: () => void navigate({ to: '/stores/$storeId', params: { storeId: store.id } }),
    })),
  ];
}
