import { type StorePhase, storePhases } from '@shopwright/contract/phases';

/** What people call the phases; the same words everywhere. */
export const phaseNames: Readonly<Record<StorePhase, string>> = {
  queued: 'Queued',
  provisioning: 'Creating',
  ready: 'Ready',
  failed: 'Failed',
  deleting: 'Deleting',
  'delete-failed': 'Delete failed',
  deleted: 'Deleted',
};

/** The name of what may be a phase; anything else is shown as it is. */
export function phaseNameOf(value: string): string {
  const phase = storePhases.find((known) => known === value);
  return phase === undefined ? value : phaseNames[phase];
}
