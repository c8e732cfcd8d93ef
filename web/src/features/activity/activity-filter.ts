import { type EventType, eventTypes } from '@shopwright/contract/events';
import type { AuditFilter } from '../../lib/read-audit.ts';
import type { ActivitySearch, activityKinds, activityPeriods } from './search.ts';

type Kind = (typeof activityKinds)[number];
type Period = (typeof activityPeriods)[number];

const prefixes: Readonly<Record<Kind, readonly string[]>> = {
  stores: ['store.'],
  operations: ['operation.'],
  access: ['credentials.', 'operator.', 'token.'],
  people: ['sign-', 'session.', 'account.', 'two-factor.', 'organization.', 'invitation.', 'member.'],
  refused: ['request.'],
};

const periodMs: Readonly<Record<Period, number>> = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000 };

/** The API's filter for what the address asks for. `nowMs` is rounded to minutes, so that pages go on in one query. */
export function auditFilterOf(search: ActivitySearch, nowMs: number): AuditFilter {
  const { kind, period, store, actor } = search;
  return {
    storeId: store,
    actorId: actor,
    type: kind && typesOf(kind).join(','),
    since: period && new Date(Math.floor(nowMs / 60_000) * 60_000 - periodMs[period]).toISOString(),
  };
}

function typesOf(kind: Kind): EventType[] {
  return eventTypes.filter((type) => prefixes[kind].some((prefix) => type.startsWith(prefix)));
}
