import { Dialog } from '../../components/dialog.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { destinations } from './destinations.ts';

const shortcuts: readonly { keys: readonly string[]; what: string }[] = [
  { keys: ['⌘', 'K'], what: 'Go to a store or page' },
  { keys: ['c'], what: 'Create a store' },
  { keys: ['/'], what: 'Search in the list' },
  { keys: ['j', 'k'], what: 'Next or previous store in the list' },
  { keys: ['Enter'], what: 'Open the chosen store' },
  ...destinations.map(({ key, label }) => ({ keys: ['g', key], what: label })),
  { keys: ['?'], what: 'This help' },
];

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog isOpen onClose={onClose} title="Keyboard shortcuts">
      <dl className="divide-line divide-y px-5 py-4 sm:px-6">
        {shortcuts.map(({ keys, what }) => (
          <div key={what} className="flex items-center justify-between gap-4 py-2.5">
            <dt>{what}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-muted px-5 pb-5 text-[0.8125rem] sm:px-6">
        Outside Apple computers ⌘ is Ctrl. Shortcuts rest while you type.
      </p>
    </Dialog>
  );
}
