import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { closeOverlay, currentOverlay, openOverlay } from '../../lib/overlay.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { useDestinations } from './destinations.ts';

/** The shortcuts that work on every page. */
export function useGlobalShortcuts(): void {
  const navigate = useNavigate();
  const places = useDestinations().map(({ key, to }) => [`g ${key}`, () => void navigate({ to })] as const);
  useShortcuts({
    c: () => openOverlay('create-store'),
    '?': () => openOverlay('shortcuts'),
    ...Object.fromEntries(places),
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      if (currentOverlay() === 'commands') closeOverlay();
      else openOverlay('commands');
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
