import { errorRegistry, isErrorCode } from '@shopwright/contract/errors';
import type { EventType } from '@shopwright/contract/events';
import { type OperationKind, operationKinds } from '@shopwright/contract/operations';
import type { EventView } from '@shopwright/contract/schemas/event';
import { type StepId, stepIds, stepRegistry } from '@shopwright/contract/steps';
import { phaseNameOf } from './phase-names.ts';

const texts: Readonly<Record<EventType, string>> = {
  'store.created': 'Store created',
  'store.phase-changed': 'State changed',
  'store.deleted': 'Store deleted, nothing left',
  'operation.accepted': 'Operation accepted',
  'operation.started': 'Operation started',
  'operation.cancel-requested': 'Cancel requested',
  'operation.compensating': 'Undoing started',
  'operation.succeeded': 'Operation succeeded',
  'operation.failed': 'Operation failed',
  'operation.cancelled': 'Operation cancelled',
  'step.started': 'Step started',
  'step.progress': 'Step reported',
  'step.succeeded': 'Step done',
  'step.failed': 'Step failed',
  'step.undone': 'Step undone',
  'credentials.revealed': 'Admin password revealed',
  'credentials.sealed-password-erased': 'Chosen password erased from the platform',
  'request.refused': 'Request refused',
  'operator.action': 'Operator action',
  'sign-in.succeeded': 'Signed in',
  'sign-in.refused': 'Sign-in refused',
  'sign-out': 'Signed out',
  'session.revoked': 'Session ended',
  'account.created': 'Account created',
  'account.password-changed': 'Password changed',
  'account.password-reset': 'Password reset',
  'account.provider-linked': 'Provider linked to the account',
  'account.disabled': 'Account disabled',
  'account.enabled': 'Account let in again',
  'two-factor.enabled': 'Second factor turned on',
  'two-factor.disabled': 'Second factor turned off',
  'two-factor.recovery-codes-renewed': 'Recovery codes renewed',
  'two-factor.recovery-code-used': 'Recovery code used',
  'organization.created': 'Organization created',
  'organization.renamed': 'Organization renamed',
  'quota.changed': 'Quota changed',
  'invitation.created': 'Invitation sent',
  'invitation.revoked': 'Invitation taken back',
  'invitation.accepted': 'Invitation accepted',
  'member.role-changed': 'Role changed',
  'member.removed': 'Member removed',
  'token.created': 'Token created',
  'token.revoked': 'Token revoked',
};

const operationNouns: Readonly<Record<OperationKind, string>> = {
  provision: 'Creation',
  retry: 'Retry',
  delete: 'Deletion',
};

/** An event in words: what happened, and what is worth knowing of it. */
export function describeEvent(event: EventView): { text: string; detail?: string } {
  const kind = operationKinds.find((known) => known === event.data['kind']);
  const text = kind === undefined ? texts[event.type] : texts[event.type].replace('Operation', operationNouns[kind]);
  const detail = event.reason ?? detailOf(event);
  return detail === undefined ? { text } : { text, detail };
}

function detailOf({ data }: EventView): string | undefined {
  const { before, after, code, detail, step, email, role, name } = data;
  if (typeof before === 'string' && typeof after === 'string') return `${phaseNameOf(before)} → ${phaseNameOf(after)}`;
  if (typeof detail === 'string') return detail;
  if (isErrorCode(code)) return errorRegistry[code].title;
  if (typeof email === 'string') return typeof role === 'string' ? `${email}, ${role}` : email;
  if (typeof name === 'string') return name;
  const stepId = stepIds.find((id): id is StepId => id === step);
  return stepId && stepRegistry[stepId].title;
}
