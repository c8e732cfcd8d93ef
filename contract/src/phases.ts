import { AppError } from './errors.ts';
import { keysOf } from './keys.ts';

/**
 * Where a store is in its life. `failed` means fully compensated; `delete-failed` means that something keeps a part of it
 * from going away and only deleting again helps.
 */
export type StorePhase = 'queued' | 'provisioning' | 'ready' | 'failed' | 'deleting' | 'delete-failed' | 'deleted';

/** What a person may ask of an existing store. */
export type StoreAction = 'retry' | 'cancel' | 'delete';

/** What moves a store from phase to phase. */
export type StoreTransition =
  | 'operationStarted'
  | 'provisioned'
  | 'operationFailed'
  | 'retryAccepted'
  | 'deleteAccepted'
  | 'deleted';

interface PhaseRule {
  actions: readonly StoreAction[];
  transitions: Readonly<Partial<Record<StoreTransition, StorePhase>>>;
}

/** The one table: API, repositories, workflow and buttons all ask it. */
const phaseRules: Readonly<Record<StorePhase, PhaseRule>> = {
  queued: {
    actions: ['cancel', 'delete'],
    transitions: { operationStarted: 'provisioning', operationFailed: 'failed', deleteAccepted: 'deleting' },
  },
  provisioning: {
    actions: ['cancel', 'delete'],
    transitions: { provisioned: 'ready', operationFailed: 'failed', deleteAccepted: 'deleting' },
  },
  ready: { actions: ['delete'], transitions: { deleteAccepted: 'deleting' } },
  failed: { actions: ['retry', 'delete'], transitions: { retryAccepted: 'queued', deleteAccepted: 'deleting' } },
  deleting: { actions: [], transitions: { deleted: 'deleted', operationFailed: 'delete-failed' } },
  'delete-failed': { actions: ['delete'], transitions: { deleteAccepted: 'deleting' } },
  deleted: { actions: [], transitions: {} },
};

export const storePhases = keysOf(phaseRules);
export const storeActions = ['retry', 'cancel', 'delete'] as const satisfies readonly StoreAction[];

/** Phases in which a store takes part in counts and limits. */
export const livePhases: readonly StorePhase[] = storePhases.filter((phase) => phase !== 'deleted');

export function allowedActions(phase: StorePhase): readonly StoreAction[] {
  return phaseRules[phase].actions;
}

export function isActionAllowed(phase: StorePhase, action: StoreAction): boolean {
  return phaseRules[phase].actions.includes(action);
}

/** The phase after a transition, or undefined where the table has none. */
export function nextPhase(phase: StorePhase, transition: StoreTransition): StorePhase | undefined {
  return phaseRules[phase].transitions[transition];
}

/** Throws ACTION_NOT_ALLOWED unless the phase takes the action. */
export function requireAction(phase: StorePhase, action: StoreAction): void {
  if (!isActionAllowed(phase, action)) throw new AppError('ACTION_NOT_ALLOWED', { params: { phase, action } });
}
