import { keysOf } from './keys.ts';

/** `audit` events are kept for good; `progress` events only move timelines and may be pruned. */
export type EventCategory = 'audit' | 'progress';

const eventCategories = {
  'store.created': 'audit',
  'store.phase-changed': 'audit',
  'store.deleted': 'audit',
  'operation.accepted': 'audit',
  'operation.started': 'audit',
  'operation.cancel-requested': 'audit',
  'operation.compensating': 'audit',
  'operation.succeeded': 'audit',
  'operation.failed': 'audit',
  'operation.cancelled': 'audit',
  'step.started': 'progress',
  'step.progress': 'progress',
  'step.succeeded': 'progress',
  'step.failed': 'progress',
  'step.undone': 'progress',
  'credentials.revealed': 'audit',
  'credentials.sealed-password-erased': 'audit',
  'request.refused': 'audit',
  'operator.action': 'audit',
  'sign-in.succeeded': 'audit',
  'sign-in.refused': 'audit',
  'sign-out': 'audit',
  'session.revoked': 'audit',
  'account.created': 'audit',
  'account.password-changed': 'audit',
  'account.password-reset': 'audit',
  'account.provider-linked': 'audit',
  'account.disabled': 'audit',
  'account.enabled': 'audit',
  'two-factor.enabled': 'audit',
  'two-factor.disabled': 'audit',
  'two-factor.recovery-codes-renewed': 'audit',
  'two-factor.recovery-code-used': 'audit',
  'organization.created': 'audit',
  'organization.renamed': 'audit',
  'quota.changed': 'audit',
  'invitation.created': 'audit',
  'invitation.revoked': 'audit',
  'invitation.accepted': 'audit',
  'member.role-changed': 'audit',
  'member.removed': 'audit',
  'token.created': 'audit',
  'token.revoked': 'audit',
} as const satisfies Readonly<Record<string, EventCategory>>;

export type EventType = keyof typeof eventCategories;

export const eventTypes = keysOf(eventCategories);

export function eventCategory(type: EventType): EventCategory {
  return eventCategories[type];
}

/** Who did it: a person, a token of theirs, the platform itself, or somebody who did not sign in. */
export interface Actor {
  kind: 'operator' | 'user' | 'token' | 'system' | 'anonymous';
  id: string;
  name: string;
}

export const systemActor: Actor = { kind: 'system', id: 'shopwright', name: 'Shopwright' };

/** Where a request came from; null for what the platform does by itself. */
export interface EventSource {
  address: string;
  userAgent: string;
  requestId: string;
}
