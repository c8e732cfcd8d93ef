import { useEffect, useEffectEvent } from 'react';

/** `c`, `?`, or two keys after one another: `g s`. */
export type Shortcut = string;

const sequenceMs = 1200;

/**
 * Calls the action of a pressed shortcut. Never while somebody types, in a dialog or menu, or with Ctrl, Alt or Meta held.
 */
export function useShortcuts(actions: Readonly<Record<Shortcut, () => void>>): void {
  const run = useEffectEvent((shortcut: Shortcut, event: KeyboardEvent): boolean => {
    const action = actions[shortcut];
    if (action === undefined) return false;
    event.preventDefault();
    action();
    return true;
  });
  useEffect(() => {
    let first = { key: '', at: 0 };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || isOccupied(event.target)) return;
      const isSecond = event.timeStamp - first.at < sequenceMs && run(`${first.key} ${event.key}`, event);
      first = { key: event.key, at: event.timeStamp };
      if (!isSecond) run(event.key, event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isOccupied(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu]') !== null;
}
