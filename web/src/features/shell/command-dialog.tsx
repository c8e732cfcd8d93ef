import { storesRoutes } from '@shopwright/contract/routes/stores';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog as Base } from '@base-ui/react/dialog';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type LucideIcon, Plus, Search, Store, UserRoundCog } from 'lucide-react';
import { openOverlay } from '../../lib/overlay.ts';
import { phaseNames } from '../../lib/phase-names.ts';
import { storeListQuery } from '../../lib/queries.ts';
import { useMay } from '../../lib/session.ts';
import { useDestinations } from './destinations.ts';

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
              {(command: Command) => <CommandItem key={command.value} command={command} onRun={run} />}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function CommandItem({ command, onRun }: { command: Command; onRun: (command: Command) => void }) {
  return (
    <Autocomplete.Item
      value={command}
      onClick={() => onRun(command)}
      className="data-highlighted:bg-sunken flex h-11 cursor-pointer items-center gap-3 rounded-lg px-3 select-none"
    >
      <command.icon aria-hidden className="text-muted size-4 shrink-0" />
      <span className="truncate">{command.label}</span>
      <span className="text-muted ml-auto shrink-0 truncate pl-3 text-[0.8125rem] max-sm:hidden">{command.note}</span>
    </Autocomplete.Item>
  );
}

function useCommands(): Command[] {
  const navigate = useNavigate();
  const may = useMay();
  const { data: stores = [] } = useQuery(storeListQuery({ deleted: false }));
  const create = {
    value: 'create',
    label: 'Create a store',
    note: 'c',
    icon: Plus,
    run: () => openOverlay('create-store'),
  };
  return [
    ...(may(storesRoutes.createStore.permission) ? [create] : []),
    ...useDestinations().map(({ to, label, icon, key }) => ({
      value: to,
      label,
      note: `g ${key}`,
      icon,
      run: () => void navigate({ to }),
    })),
    {
      value: 'account',
      label: 'Your account',
      note: 'password, second factor, sessions',
      icon: UserRoundCog,
      run: () => void navigate({ to: '/account' }),
    },
    ...stores.map((store) => ({
      value: store.id,
      label: store.name,
      note: `${store.slug} · ${phaseNames[store.phase]}`,
      icon: Store,
      run: () => void navigate({ to: '/stores/$storeId', params: { storeId: store.id } }),
    })),
  ];
}
